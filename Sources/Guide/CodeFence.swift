/// The first line of a fenced block (CommonMark §4.5).
struct CodeFence {
  private let mark: Character
  private let length: Int
  /// The first word after the fence, such as `step`.
  let info: String

  /// Nil when the line does not open a fenced block.
  init?(_ line: String) {
    // Nearly no line does.
    guard let first = line.utf8.first(where: { $0 != UInt8(ascii: " ") }),
      first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
    else { return nil }
    let text = line.drop { $0 == " " }
    guard line.count - text.count <= 3, let mark = text.first, mark == "`" || mark == "~" else {
      return nil
    }
    let tail = text.drop { $0 == mark }
    length = text.count - tail.count
    guard length >= 3, mark == "~" || !tail.contains("`") else { return nil }
    self.mark = mark
    info = String(tail.trimmedBoth().prefix { !$0.isWhitespace })
  }

  /// Whether the line ends the block.
  func isClosed(by line: String) -> Bool {
    let text = line.drop { $0 == " " }
    guard line.count - text.count <= 3 else { return false }
    let tail = text.drop { $0 == mark }
    return text.count - tail.count >= length && tail.allSatisfy(\.isWhitespace)
  }
}
