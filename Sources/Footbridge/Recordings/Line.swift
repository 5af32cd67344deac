import Core
import Foundation
import HTTP
import Recording

/// What the requests of this run go over.
enum Line: Sendable {
  case live
  case recorded(Recorder)
  case replayed(Replay)

  /// Set once, around the whole command.
  @TaskLocal static var present = Line.live

  /// Runs a command with all that goes over the wire written down.
  static func recording(
    into path: String, of version: String, telling show: @Sendable (Problem) -> Void,
    _ work: @Sendable () async throws -> Void
  ) async throws {
    let recorder = try Recorder(
      path: path, creator: (name: "footbridge", version: version), now: forwardClock())
    do {
      try await $present.withValue(.recorded(recorder)) { try await work() }
    } catch {
      recorder.end()
      // How the command ended counts more; that the file is not whole is said all the same.
      if let problem = recorder.error?.problem { show(problem) }
      throw error
    }
    recorder.end()
    if let error = recorder.error { throw error }
  }

  /// The time of day when it was made, and from then on the time that passes, so that it never goes
  /// back.
  private static func forwardClock() -> @Sendable () -> Instant {
    let start = Int(Date().timeIntervalSince1970 * 1_000_000)
    let clock = ContinuousClock()
    let zero = clock.now
    return {
      let (seconds, attoseconds) = zero.duration(to: clock.now).components
      return Instant(
        microseconds: start + Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000))
    }
  }

  /// Secrets to be kept out of a recording, or that stand for its placeholders.
  func know(_ secrets: [Secret]) {
    switch self {
    case .live: return
    case .recorded(let recorder): recorder.know(secrets)
    case .replayed(let replay): replay.know(secrets)
    }
  }
}
