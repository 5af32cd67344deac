import Foundation
import Testing

@testable import Footbridge

@Suite("When the trips of a run ended")
struct TripLedgerTests {
  private func moment(_ second: Double) -> Date { Date(timeIntervalSince1970: second) }

  @Test("calls count from a trip's end where it is known, from its start where it is not")
  func corrected() {
    let ledger = TripLedger()
    ledger.note(moment(10), endedAt: moment(35))
    let known = [10, 10, 20, 20].map { moment($0) }
    #expect(ledger.corrected(known) == [20, 20, 35, 35].map { moment($0) })
    #expect(TripLedger().corrected(known) == known)
  }
}
