import HTTP
import Core
import Synchronization

/// A recording that answers in place of the clouds.
///
/// A request gets what was recorded of the very same request, by a look-up that costs the same
/// however long the recording is; equal requests get their answers in the recorded order, and the
/// last one again when there are no more. A stream says a thing once all that was asked before
/// it in the recording has been asked, so that cause and effect stay in order whatever the pace.
package final class Replay: Sendable {
  /// How long an answer takes.
  package enum Pace: Sendable {
    /// Without any wait.
    case atOnce
    /// Each answer and each event after the time it took.
    case realTime
  }

  struct State {
    var redactor = Redactor()
    var cursors: [RequestKey: Int] = [:]
    var turns: ReplayQueue
    /// By the name of a placeholder, what stands for it now: first what was sent.
    var values: [String: [Secret]] = [:]
    var spares: [String: Secret] = [:]
    var miss: ReplayMiss?
  }

  /// What answers; it stays as it was read.
  package let recording: HTTPArchive
  let pace: Pace
  let time: ReplayTime
  private let index: [RequestKey: [Int]]
  let state: Mutex<State>

  /// A replay from the recording's beginning.
  ///
  /// - Parameters:
  ///   - pace: how long each answer takes.
  ///   - time: what `realTime` goes by.
  package init(
    _ recording: HTTPArchive, pace: Pace = .atOnce, time: ReplayTime = .passing
  ) {
    self.recording = recording
    self.pace = pace
    self.time = time
    var index: [RequestKey: [Int]] = [:]
    for (place, exchange) in recording.exchanges.enumerated() {
      index[RequestKey(exchange.request), default: []].append(place)
    }
    self.index = index
    state = Mutex(State(turns: ReplayQueue(recording.exchanges)))
  }

  /// Secrets that may stand for placeholders.
  package func know(_ secrets: [Secret]) {
    state.withLock { state in
      state.redactor.know(secrets)
      for secret in secrets { state.spares[secret.name] = secret }
    }
  }

  /// The first request that the recording does not hold, if there was one.
  package var miss: ReplayMiss? { state.withLock { $0.miss } }

  /// Which exchange answers.
  func find(_ request: Request) throws(ReplayMiss) -> Int {
    let found = state.withLock { state -> Result<Int, ReplayMiss> in
      var asked = RecordedRequest(request) { secret in
        if state.values[secret.name]?.contains(secret) != true {
          state.values[secret.name, default: []].append(secret)
        }
        return state.redactor.placeholder(for: secret)
      }
      asked.clean(by: &state.redactor, .on)
      let key = RequestKey(asked)
      guard let places = index[key] else {
        let miss = ReplayMiss(asked, in: recording)
        state.miss = state.miss ?? miss
        return .failure(miss)
      }
      let turn = state.cursors[key, default: 0]
      state.cursors[key] = turn + 1
      let place = places[min(turn, places.count - 1)]
      state.turns.ask(place)
      return .success(place)
    }
    return try found.get()
  }

  /// Bytes with the secrets of now in place of their placeholders, so that a program knows its own
  /// again.
  func filled(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0xE2) else { return bytes }
    return state.withLock { state in
      PlaceholderText.filled(bytes) { name, number in
        let sent = state.values[name] ?? []
        if sent.indices.contains(number - 1) { return sent[number - 1] }
        // A second one that nobody sent is a stranger's, and stays one.
        return number == 1 ? state.spares[name] : nil
      }
    }
  }
}
