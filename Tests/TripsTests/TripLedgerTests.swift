import Foundation
import Testing

@testable import Trips

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

  @Test("a start is known again after the logbook has kept it")
  func kept() {
    let ledger = TripLedger()
    for step in 0..<1000 {
      let start = Date(timeIntervalSinceReferenceDate: 817_633_212.123_456_7 + Double(step) / 7)
      ledger.note(start, endedAt: start + 5)
      let kept = Date(timeIntervalSince1970: start.timeIntervalSince1970)
      #expect(ledger.corrected([kept]) == [start + 5])
    }
  }
}
