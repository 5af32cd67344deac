/// A line of a transcript, where `~~~` stands for what may vary. One that begins with `(?) ` may
/// also not be there.
struct LinePattern {
  static let gap = "~~~"
  private static let optional = "(?) "

  let isOptional: Bool
  private let pieces: [String]

  init(_ text: String) {
    isOptional = text.hasPrefix(LinePattern.optional)
    pieces = text.dropFirst(isOptional ? LinePattern.optional.count : 0)
      .split(separator: LinePattern.gap, omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether a line is as the pattern says, from its first letter to its last.
  func matches(_ line: String) -> Bool {
    guard pieces.count > 1 else { return line == pieces[0] }
    guard let first = pieces.first, let last = pieces.last, line.hasPrefix(first),
      line.hasSuffix(last), line.count >= first.count + last.count
    else { return false }
    var rest = line.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let place = rest.firstRange(of: piece) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }

  /// A line that was never expected before, with gaps where such lines vary: times, moments, names
  /// that a cloud makes up.
  static func proposed(for line: String) -> String {
    line.replacing(/[ ]+[0-9]+(\.[0-9])? (ms|s)$/, with: gap)
      .replacing(/\ in [0-9]+(\.[0-9])? m?s\b/, with: " in \(gap)")
      .replacing(/\ after [0-9]+ ms/, with: " after \(gap) ms")
      .replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\.[0-9]+)?Z/, with: gap)
      .replacing(/"(ms|total_ms)":[0-9.]+/) { "\"\($0.output.1)\":\(gap)" }
      .replacing(/\b[0-9a-f]{24}\b/, with: gap)
      .replacing(/V14 = [0-9]+/, with: "V14 = \(gap)")
      .replacing(/[0-9]+ Blynk messages?, [0-9]+ Particle operations?/, with: gap)
      .replacing(/"(blynk_messages|particle_operations)":[0-9]+/) { "\"\($0.output.1)\":\(gap)" }
      .replacing(/~~~(\s*~~~)+/, with: gap)
  }
}
