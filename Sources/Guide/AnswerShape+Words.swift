extension AnswerShape {
  /// The shape that a guide names in words, such as `secret hex 40`; nil when there is none.
  package init?(words: String) {
    var rest = words.split(whereSeparator: \.isWhitespace).map(String.init)
    let secret = rest.first == "secret"
    if secret { rest.removeFirst() }
    guard let kind = rest.first else { return nil }
    let details = Array(rest.dropFirst())
    let shape =
      AnswerShape.code(kind, details, secret: secret)
      ?? (secret ? AnswerShape.veiled(kind, details) : AnswerShape.plain(kind, details))
    guard let shape, shape.isSecret == secret else { return nil }
    self = shape
  }

  /// The words that `init(words:)` reads.
  package var words: String {
    switch self {
    case .code(let alphabet, let count, let secret):
      "\(secret ? "secret " : "")\(alphabet.rawValue) \(count)"
    case .text(1...AnswerShape.textLimit): "text"
    case .text(let range): "text \(range.lowerBound)..\(range.upperBound)"
    case .word(let range): "word \(range.lowerBound)..\(range.upperBound)"
    case .secretText(let range): "secret text \(range.lowerBound)..\(range.upperBound)"
    case .templateID: "template-id"
    case .choice(let words): "choice " + words.joined(separator: " ")
    case .cloudHost: "cloud-host"
    case .pin: "pin"
    case .yesNo: "yes-no"
    }
  }

  /// One example of each kind, for an error that names what there is.
  static let examples = [
    "secret hex 40", "secret token 32", "hex 24", "text", "text 1..50", "word 8..200",
    "secret text 8..200", "template-id", "choice A B", "cloud-host", "pin", "yes-no",
  ]

  private static func code(_ kind: String, _ details: [String], secret: Bool) -> AnswerShape? {
    guard let alphabet = Alphabet(rawValue: kind), details.count == 1,
      let count = Int(details[0]), (1...1000).contains(count)
    else { return nil }
    return .code(alphabet, count: count, secret: secret)
  }

  private static func veiled(_ kind: String, _ details: [String]) -> AnswerShape? {
    guard kind == "text", details.count == 1 else { return nil }
    return range(details[0]).map { .secretText($0) }
  }

  private static func plain(_ kind: String, _ details: [String]) -> AnswerShape? {
    switch (kind, details.count) {
    case ("text", 0): .text(1...textLimit)
    case ("text", 1): range(details[0]).map { .text($0) }
    case ("word", 1): range(details[0]).map { .word($0) }
    case ("choice", 2...): Set(details).count == details.count ? .choice(details) : nil
    case ("template-id", 0): .templateID
    case ("cloud-host", 0): .cloudHost
    case ("pin", 0): .pin
    case ("yes-no", 0): .yesNo
    default: nil
    }
  }

  private static func range(_ words: String) -> ClosedRange<Int>? {
    let ends = words.split(separator: ".", omittingEmptySubsequences: false)
    guard ends.count == 3, ends[1].isEmpty, let low = Int(ends[0]), let high = Int(ends[2]),
      low >= 0, high >= max(low, 1), high <= 10_000
    else { return nil }
    return low...high
  }
}
