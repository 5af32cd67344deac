import Foundation
import HTTPTestServer
import Testing

@testable import PracticeClouds

struct ParticleAccountTests {
  @Test("an account kept when accounts held less is read, and lacks nothing")
  func older() throws {
    var chance = PracticeChance(seed: 1)
    let account = ParticleAccount(chance: &chance, now: Date(timeIntervalSince1970: 0))
    let whole = try #require(JSONValue(parsing: Array(try JSONEncoder().encode(account))))
    var object = try #require(whole.object)
    #expect(object.members.count == 8)
    for name in ["products", "unclaimed", "secrets", "environments", "userID"] {
      object[name] = nil
    }
    let older = Data(JSONValue.object(object).bytes)
    var read = try JSONDecoder().decode(ParticleAccount.self, from: older)
    #expect(read.userID == account.deviceID)
    read.userID = account.userID
    #expect(read == account)
  }

  @Test("a program is compiled once for a kind of board, and the oldest is forgotten")
  func shelf() {
    var shelf = BuildCache()
    let build = HostCompilation.Build(bytes: [1], sizeInfo: "") { _ in throw CancellationError() }
    shelf.keep(build, EchoProgram.files, 13)
    let found = [13, 32].map { shelf.find(EchoProgram.files, $0)?.bytes }
    #expect(found == [[1], nil])
    for number in 0..<BuildCache.limit { shelf.keep(build, [], number) }
    let last = shelf.find(EchoProgram.files, 13)
    #expect(last == nil)
  }
}
