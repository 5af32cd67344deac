/// The path of a route, such as `/v1/devices/:device/events/*`: `:device` stands for any one
/// segment, `*` at the end for any number of further ones.
struct ParticlePathPattern: Sendable {
  private enum Piece: Sendable {
    case literal(String)
    case parameter(String)
  }

  private let pieces: [Piece]
  private let isOpenEnded: Bool

  init(_ text: String) {
    let names = text.split(separator: "/").map(String.init)
    isOpenEnded = names.last == "*"
    pieces = (isOpenEnded ? names.dropLast() : names[...]).map { name in
      name.hasPrefix(":") ? .parameter(String(name.dropFirst())) : .literal(name)
    }
  }

  /// - Returns: nil when the path is another.
  func match(_ segments: [String]) -> ParticlePathMatch? {
    let count = pieces.count
    guard isOpenEnded ? segments.count >= count : segments.count == count else { return nil }
    var parameters: [String: String] = [:]
    for (piece, segment) in zip(pieces, segments) {
      switch piece {
      case .literal(let name): guard name == segment else { return nil }
      case .parameter(let name): parameters[name] = segment
      }
    }
    return ParticlePathMatch(parameters: parameters, rest: Array(segments.dropFirst(count)))
  }
}

/// What stands in a path where its pattern leaves it open.
struct ParticlePathMatch: Sendable, Equatable {
  /// By the names of the pattern, without their colons.
  let parameters: [String: String]
  /// The segments in the place of `*`.
  let rest: [String]
}
