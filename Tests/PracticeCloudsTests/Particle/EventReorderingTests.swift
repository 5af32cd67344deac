import Foundation
import HTTPTestServer
import Testing

@testable import PracticeClouds

struct EventReorderingTests {
  private func event(_ name: String, _ data: String? = nil) -> PublishedEvent {
    PublishedEvent(name: name, data: data, coreID: "d", publishedAt: "")
  }

  @Test("an event that is held back comes after the next, and none is lost or made")
  func order() {
    var desk = EventReordering()
    let taken = ["a", "b", "c"].flatMap { desk.take(event($0), twice: false, holdsBack: true) }
    #expect(taken.map(\.name) == ["b", "a"])
    let released = [desk.release(), desk.release()]
    #expect(released.map { $0?.name } == ["c", nil])
  }

  @Test("one that is held when the fault is let go still comes")
  func letGo() {
    var desk = EventReordering()
    let first = desk.take(event("a"), twice: false, holdsBack: true)
    let second = desk.take(event("b"), twice: false, holdsBack: false)
    #expect((first + second).map(\.name) == ["b", "a"])
  }

  @Test("twice is twice")
  func twice() {
    var desk = EventReordering()
    let taken = desk.take(event("a"), twice: true, holdsBack: false)
    #expect(taken.map(\.name) == ["a", "a"])
  }

  @Test("only what comes at once after a refused call is kept quiet")
  func hush() {
    var desk = EventReordering()
    let now = Date(timeIntervalSince1970: 0)
    desk.hush("d", at: now)
    let answers = [
      desk.isHushed("other", at: now), desk.isHushed("d", at: now + 1), desk.isHushed("d", at: now),
    ]
    #expect(answers == [false, true, false])
    desk.hush("d", at: now)
    let late = desk.isHushed("d", at: now + 2)
    #expect(!late)
  }

  @Test("faults on a sketch change its event as that sketch would")
  func bent() throws {
    let token = "abcdefghijklmnopqrstuvwxyz012345"
    let data = #"{"t":"\#(token)","v14":4294967295,"v15":3.141590,"v17":1}"#
    let whole = event("blynk_https_get", data)
    #expect(whole.bent(by: Faults()) == whole)
    #expect(whole.bent(by: Faults([.eventWrongName])).name == "Blynk_https_get")
    let cut = try #require(whole.bent(by: Faults([.payloadTruncated])).data)
    #expect(data.hasPrefix(cut) && JSONValue(parsing: cut) == nil)
    let other = try #require(whole.bent(by: Faults([.payloadWrongToken])).data)
    #expect(other == data.replacing(token, with: String(token.reversed())))
    #expect(event("e").bent(by: Faults([.payloadTruncated, .payloadWrongToken])).data == nil)
    #expect(event("e", "1").bent(by: Faults([.payloadTruncated])).data == "")
  }
}
