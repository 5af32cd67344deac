/// One request that was sent, and what became of it: for `-v`, and for counting.
package struct Exchange: Sendable {
  /// What became of a request: an answer of any status, an error of the line, or nobody waited.
  package enum Outcome: Sendable {
    case status(Int)
    case failed(WireError)
    case cancelled
  }

  /// As it was asked; its secrets stay veiled.
  package var request: Request
  /// How it ended; a refusal by the server is a status.
  package var outcome: Outcome
  /// In microseconds. A stream is told when its reply begins, so its times end there.
  package var timings: Timings

  /// An exchange that is over, or a stream that has begun.
  package init(request: Request, outcome: Outcome, timings: Timings) {
    self.request = request
    self.outcome = outcome
    self.timings = timings
  }
}
