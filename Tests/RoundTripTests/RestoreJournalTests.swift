import BlynkAPI
import Synchronization
import Testing

@testable import RoundTrip

@Suite("What a trip writes down to be put back")
struct RestoreJournalTests {
  /// After the switch was set to 1 over 0, and put back or not.
  private static func facts(isRestored: Bool) -> TripFacts {
    var facts = TripFacts(World.plan)
    facts.before.pins = .said(
      Reading([Pin(16): .int(0), Pin(17): .int(0)], World.plan, at: .zero))
    facts.write.send(1, at: .zero)
    facts.write.answer = .said(.zero)
    let refused = Obstacle(.networkUnreachable, "refused", couldNotAsk: true)
    facts.restoring = isRestored ? .said(true) : .failed(refused)
    return facts
  }

  @Test("nothing is left of the note when the switch is back", arguments: [true, false])
  func course(isRestored: Bool) {
    let kept = Mutex<[RestoreNote]>([])
    var journal = RestoreJournal(World.plan, .init { note in kept.withLock { $0.append(note) } })
    let facts = Self.facts(isRestored: isRestored)
    let obstacle = journal.noteWrite(of: 1, facts)
    journal.close(facts)
    let notes = kept.withLock { $0 }
    #expect(obstacle == nil && notes.count == 2)
    #expect(notes.first?.values.map(\.was) == [.int(0)])
    #expect(notes.first?.call?.isOurs == false)
    #expect(notes.last?.isEmpty == isRestored)
  }

  @Test("what cannot be written down is told, so that nothing is changed")
  func unkept() {
    struct Full: Error {}
    var journal = RestoreJournal(World.plan, .init { _ in throw Full() })
    let facts = Self.facts(isRestored: true)
    let obstacles = [journal.noteWrite(of: 1, facts), journal.noteCall(with: 1, facts)]
    #expect(obstacles.allSatisfy { $0?.couldNotAsk == true })
  }
}
