/// The words of a command, as a shell would part them: by blanks, but for what stands in quotes.
enum ShellWords {
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for letter in text {
      switch letter {
      case quote: quote = nil
      case "'" where quote == nil:
        quote = letter
        word = word ?? ""
      case " " where quote == nil:
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(letter)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
