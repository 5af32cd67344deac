import BlynkAPI
import Core
import ParticleAPI

/// Calls the device's function with both values, and waits until what the device reported of it has
/// left Particle: a report still under way could be taken for the next trip's.
struct FunctionCalls {
  /// For the reports to leave. Without an integration none does, which is no fault of the function.
  static let timeout: Duration = .seconds(3)
  private static let values: [(argument: String, returns: Int32)] = [("on", 1), ("off", 0)]

  let cloud: ParticleCloud
  let device: String
  let ledger: RestoreLedger

  /// The device is off at the end, as the sketch begins, and whatever happens.
  func run() async throws {
    let entry = ledger.begin()
    var note = RestoreNote()
    note.call = .init(Bindings.functionName, was: 0, called: [1], isOurs: true)
    try entry.keep(note)
    do { try await callBoth() } catch {
      let (cloud, device) = (cloud, device)
      let off = Task { try await cloud.call(Bindings.functionName, on: device, with: "off") }
      if (try? await off.value) == 0 { try entry.keep(RestoreNote()) }
      throw error
    }
    try entry.keep(RestoreNote())
  }

  private func callBoth() async throws {
    for (argument, wanted) in FunctionCalls.values {
      try await withThrowingTaskGroup(of: Void.self) { group in
        let (called, hasCalled) = AsyncStream<Void>.makeStream()
        group.addTask { try await call(argument, wanted) { hasCalled.finish() } }
        group.addTask {
          for await _ in called {}
          // The limit of the wait, not a poll: cancelled as soon as the report is heard of.
          try await Task.sleep(for: FunctionCalls.timeout)
        }
        try await group.next()
        group.cancelAll()
      }
    }
  }

  /// Calls when the stream is open; returns when the device's report was sent on, or refused. The
  /// next call waits for that, as two reports on their way may arrive in either order.
  private func call(
    _ argument: String, _ wanted: Int32, _ hasCalled: @Sendable () -> Void
  ) async throws {
    for try await part in cloud.events() {
      switch part {
      case .opened:
        let (cloud, device) = (cloud, device)
        let returned = try await UncancellableWrite.run {
          try await cloud.call(Bindings.functionName, on: device, with: argument)
        }
        guard returned == wanted else {
          throw DeviceProblem.refused(Bindings.functionName, argument, returned).problem
        }
        hasCalled()
      case .event(let event) where event.isHook(of: Bindings.eventName): return
      case .event, .pulse: continue
      }
    }
  }
}

extension CloudEvent {
  /// `hook-sent/EVENT` or `hook-error/EVENT/0` (particle:hook-sent, particle:hook-error).
  fileprivate func isHook(of event: String) -> Bool {
    name == "hook-sent/\(event)" || name.hasPrefix("hook-error/\(event)")
  }
}
