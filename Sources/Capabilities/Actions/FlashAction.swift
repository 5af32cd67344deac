import Core
import ParticleAPI

/// Flashes the sketch, and waits until the device is back with it: the reply to a flash only says
/// that it began (particle:flash-begins).
struct FlashAction {
  /// Download, restart and, on cellular, finding the network again.
  static let timeout: Duration = .seconds(180)

  let cloud: ParticleCloud
  let device: String
  let file: SourceFile
  /// Told how far it is.
  let tell: @Sendable (Phrase) -> Void

  /// - Returns: Particle's words when it began.
  func run() async throws -> String {
    try await withThrowingTaskGroup(of: String?.self) { group in
      group.addTask { try await flash() }
      group.addTask {
        // The limit of the wait, not a poll: cancelled as soon as the flash ends.
        try await Task.sleep(for: FlashAction.timeout)
        return nil
      }
      let first = try await group.next() ?? nil
      group.cancelAll()
      guard let words = first else { throw FlashProblem.silent.problem }
      return words
    }
  }

  private func flash() async throws -> String {
    var words: String?
    var accepted = false
    for try await part in cloud.events() {
      switch part {
      case .opened: words = try await cloud.flash(device, files: [file])
      case .event(let event) where event.coreID == device:
        guard let news = FlashProgress(event) else { continue }
        tell(news.words)
        switch news {
        case .failed: throw FlashProblem.refused(event.data).problem
        case .accepted: accepted = true
        case .online where accepted: return words ?? ""
        case .started, .offline, .online, .safeMode: continue
        }
      case .event, .pulse: continue
      }
    }
    throw FlashProblem.silent.problem
  }
}
