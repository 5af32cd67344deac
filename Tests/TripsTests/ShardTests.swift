import Testing

@testable import Trips

@Suite("Shards")
struct ShardTests {
  @Test("of up to 20, every setup is in just one, and none is much larger than another")
  func cover() throws {
    let names = (0..<23).map { "s\($0)" }
    for count in 1...20 {
      let parts = try (1...count).map { place in
        try #require(Shard("\(place)/\(count)")).part(of: names.shuffled())
      }
      #expect(parts.flatMap { $0 }.sorted() == names.sorted())
      let sizes = parts.map(\.count)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
  }

  @Test(
    "what is no part of a whole is refused",
    arguments: [
      "", "1", "/", "0/2", "3/2", "1/0", "-1/2", "1/-2", "1/2/3", "a/b", " 1/2", "1/10001",
    ])
  func refused(text: String) { #expect(Shard(text) == nil) }
}
