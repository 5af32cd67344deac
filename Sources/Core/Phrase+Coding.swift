/// Kept as what it is made of, so that it can be told in any language later. A string is text that
/// was finished before it was kept, and shown as it was written.
extension Phrase: Codable {
  private enum Keys: String, CodingKey {
    case key, with, number, count, one, many, list, word, parts
  }

  /// Reads any of the forms that `encode` writes.
  package init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      content = .verbatim(text)
      return
    }
    let fields = try decoder.container(keyedBy: Keys.self)
    if let key = try fields.decodeIfPresent(String.self, forKey: .key) {
      let arguments = try fields.decodeIfPresent([Phrase].self, forKey: .with) ?? []
      content = .message(key: key, arguments: arguments)
    } else if let digits = try fields.decodeIfPresent(String.self, forKey: .number) {
      content = .number(digits)
    } else if let number = try fields.decodeIfPresent(Int.self, forKey: .count) {
      content = .count(
        number, one: try fields.decode(String.self, forKey: .one),
        many: try fields.decode(String.self, forKey: .many))
    } else if let items = try fields.decodeIfPresent([Phrase].self, forKey: .list) {
      content = .list(items, word: try fields.decode(String.self, forKey: .word))
    } else {
      content = .sequence(try fields.decode([Phrase].self, forKey: .parts))
    }
  }

  /// A key and what is in its places; what is verbatim is a string.
  package func encode(to encoder: any Encoder) throws {
    if case .verbatim(let text) = content {
      var value = encoder.singleValueContainer()
      try value.encode(text)
      return
    }
    var fields = encoder.container(keyedBy: Keys.self)
    switch content {
    case .verbatim: break
    case .message(let key, let arguments):
      try fields.encode(key, forKey: .key)
      if !arguments.isEmpty { try fields.encode(arguments, forKey: .with) }
    case .number(let digits): try fields.encode(digits, forKey: .number)
    case .count(let number, let one, let many):
      try fields.encode(number, forKey: .count)
      try fields.encode(one, forKey: .one)
      try fields.encode(many, forKey: .many)
    case .list(let items, let word):
      try fields.encode(items, forKey: .list)
      try fields.encode(word, forKey: .word)
    case .sequence(let parts): try fields.encode(parts, forKey: .parts)
    }
  }
}
