import Capabilities
import Core
import Reports
import RoundTrip
import Storage
import Terminal

/// The last proof: a value that made the whole trip.
package struct RoundTripCheck: Sendable {
  let book: LogStore
  let terminal: TerminalOutput

  /// Trips are kept in the book, and shown on the terminal.
  package init(book: LogStore, terminal: TerminalOutput) {
    self.book = book
    self.terminal = terminal
  }

  /// Makes a trip; throws its page if it did not pass.
  @Sendable package func passes(_ clouds: Clouds) async throws -> Observation {
    // It is the last thing a setup does to the device, so the way back need not be watched.
    let report = try await TripRunner(
      clouds: clouds, book: book, terminal: terminal, settles: false
    ).run()
    let page = TripPage(report)
    guard report.verdict == .pass else { throw page.problem }
    page.show(on: terminal)
    return Observation(evidence: page.proof)
  }
}
