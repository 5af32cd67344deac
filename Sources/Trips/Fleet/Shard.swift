import Core

/// One of several equal parts of all setups: every setup is in just one of them.
package struct Shard: Equatable {
  /// From 1 to `count`.
  let place: Int
  let count: Int

  /// Every setup.
  package static let all = Shard(place: 1, count: 1)
  static let most = 10_000

  private init(place: Int, count: Int) {
    self.place = place
    self.count = count
  }

  /// Reads `2/4`; nil for anything that is no such part.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isWholeNumber) }),
      let place = Int(parts[0]), let count = Int(parts[1]), (1...Shard.most).contains(count),
      (1...count).contains(place)
    else { return nil }
    self.init(place: place, count: count)
  }

  /// The names whose place in the alphabet is the shard's, counted round and round.
  package func part(of names: [String]) -> [String] {
    names.sorted().enumerated().filter { $0.offset % count == place - 1 }.map(\.element)
  }

  var words: Phrase { "shard \(place)/\(count)" }
}
