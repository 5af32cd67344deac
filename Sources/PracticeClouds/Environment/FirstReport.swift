/// Waits until the device that was just switched on has reported, and the report is through: the
/// world is at rest then, and no late report can be taken for the answer to something.
struct FirstReport {
  let particle: ParticlePracticeCloud
  let time: PracticeTime

  /// A report that takes longer is not waited for.
  static let limit: Duration = .seconds(2)

  /// Runs `boot`; waits only when the account is such that a report will be forwarded.
  func wait(for boot: () async throws -> Void) async throws {
    guard case .stream(_, let chunks) = try await particle.open(EventFilter(prefix: "hook-")) else {
      return
    }
    try await boot()
    guard await particle.account.willReport else { return }
    await withTaskGroup { group in
      group.addTask { await FirstReport.firstEvent(in: chunks) }
      group.addTask { [time] in try? await time.wait(FirstReport.limit) }
      await group.next()
      group.cancelAll()
    }
  }

  /// The stream's first chunk is a comment.
  private static func firstEvent(in chunks: AsyncStream<[UInt8]>) async {
    for await chunk in chunks where chunk.starts(with: "event:".utf8) { return }
  }
}

extension ParticleAccount {
  /// Whether a device runs the sketch, and an integration takes its event.
  fileprivate var willReport: Bool {
    devices.contains { $0.isOnline && $0.files != nil }
      && integrations.contains { !$0.isDisabled && "blynk_https_get".hasPrefix($0.event) }
  }
}
