import Testing

@testable import HTTPTestServer

struct BodyShareTests {
  @Test("what a connection takes is there for others when it has done")
  func shares() {
    let room = BodyShare.Room(bytes: 10)
    var first: BodyShare? = BodyShare(of: room)
    let second = BodyShare(of: room)
    #expect(first?.grow(by: 4) == true)
    #expect(first?.grow(by: 4) == true)
    #expect(!second.grow(by: 3))
    #expect(room.freeBytes == 2)
    first = nil
    #expect(second.grow(by: 3))
    #expect(room.freeBytes == 7)
  }
}
