import Core

extension AnswerShape {
  /// Reads what a person typed or pasted.
  ///
  /// - Parameters:
  ///   - question: the name of the answer; a secret bears it.
  ///   - called: what the answer is called in a sentence, for the words of a mismatch.
  package func parse(
    _ typed: String, for question: String, called: String? = nil
  ) -> Result<Answer, AnswerMismatch> {
    Result { () throws(AnswerMismatch) in try read(typed, for: question, noun: called) }
  }

  /// Whether it is the address of a region of Blynk's, written out; other consoles have addresses
  /// too (blynk:region-hosts).
  package static func isRegionAddress(_ text: String) -> Bool {
    let text = PastedAnswer.bare(text)
    guard text.contains("."), let url = try? CloudAddress.url(text) else { return false }
    return url == "https://blynk.cloud" || url.hasSuffix(".blynk.cloud")
  }

  private func read(
    _ typed: String, for question: String, noun: String?
  ) throws(AnswerMismatch) -> Answer {
    switch self {
    case .code(let alphabet, let count, let secret):
      let text = PastedAnswer.code(typed, for: question)
      let code = try AnswerShape.code(text, alphabet, count: count, secret: secret, noun: noun)
      return secret ? .secret(Secret(code, name: question)) : .plain(code)
    case .templateID:
      return .plain(try AnswerShape.templateID(PastedAnswer.code(typed, for: question), noun))
    case .text(let range):
      return .plain(
        try AnswerShape.text(PastedAnswer.text(typed, for: question), range, noun: noun))
    case .word(let range):
      return .plain(
        try AnswerShape.word(PastedAnswer.code(typed, for: question), range, noun: noun))
    case .secretText(let range):
      let code = try AnswerShape.secretText(
        PastedAnswer.code(typed, for: question), range, noun: noun)
      return .secret(Secret(code, name: question))
    case .choice(let words): return .plain(try AnswerShape.choice(PastedAnswer.bare(typed), words))
    case .cloudHost: return .plain(try AnswerShape.cloudHost(PastedAnswer.bare(typed)))
    case .pin: return .plain(try AnswerShape.pin(PastedAnswer.bare(typed)))
    case .yesNo: return .plain(try AnswerShape.yesNo(PastedAnswer.bare(typed)))
    }
  }

  private static func code(
    _ text: String, _ alphabet: Alphabet, count: Int, secret: Bool, noun: String?
  ) throws(AnswerMismatch) -> String {
    guard !text.isEmpty else { throw .nothing(noun) }
    // A terminal or a mail may have wrapped it; no alphabet has a blank in it.
    var joined = text.filter { !PastedAnswer.isBlank($0) }
    if joined.count != count, let code = only(alphabet, count, in: text) { joined = code }
    guard joined.count == count else {
      throw .length(found: text.count, wanted: count, noun: noun)
    }
    if let place = joined.firstIndex(where: { !alphabet.contains($0) }) {
      let position = joined.distance(from: joined.startIndex, to: place) + 1
      let shown = secret || !joined[place].isPrintableASCII ? nil : joined[place]
      throw .outside(alphabet, position: position, shown: shown, noun: noun)
    }
    return alphabet.canonical(joined)
  }

  /// The only code of that length in a longer text, such as a console's address.
  private static func only(_ alphabet: Alphabet, _ count: Int, in text: String) -> String? {
    let codes = text.split { !alphabet.contains($0) }.filter { $0.count == count }
    return codes.count == 1 ? String(codes[0]) : nil
  }

  private static func word(
    _ text: String, _ range: ClosedRange<Int>, noun: String?
  ) throws(AnswerMismatch) -> String {
    guard !text.contains(where: PastedAnswer.isBlank) else { throw .blankInside(noun) }
    if let place = text.firstIndex(where: { $0 != "." && !Alphabet.token.contains($0) }) {
      let position = text.distance(from: text.startIndex, to: place) + 1
      let shown = text[place].isPrintableASCII ? text[place] : nil
      throw .outside(.token, position: position, shown: shown, noun: noun)
    }
    return try AnswerShape.text(text, range, noun: noun)
  }

  private static func secretText(
    _ text: String, _ range: ClosedRange<Int>, noun: String?
  ) throws(AnswerMismatch) -> String {
    guard !text.isEmpty else { throw .nothing(noun) }
    // A terminal or a mail may have wrapped it.
    return try AnswerShape.text(text.filter { !PastedAnswer.isBlank($0) }, range, noun: noun)
  }

  private static func templateID(_ text: String, _ noun: String?) throws(AnswerMismatch) -> String {
    guard !text.isEmpty else { throw .nothing(noun) }
    let tail = text.dropFirst(3)
    guard text.hasPrefix("TMP"), (6...20).contains(tail.count),
      tail.allSatisfy(Alphabet.token.contains)
    else { throw .templateID(noun) }
    return text
  }

  private static func text(
    _ text: String, _ range: ClosedRange<Int>, noun: String?
  ) throws(AnswerMismatch) -> String {
    if text.isEmpty, !range.contains(0) { throw .nothing(noun) }
    guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw .controlCharacter
    }
    guard range.contains(text.count) else { throw .size(found: text.count, range, noun: noun) }
    return text
  }

  private static func choice(_ text: String, _ words: [String]) throws(AnswerMismatch) -> String {
    let exact = words.first { $0.lowercased() == text.lowercased() }
    let starts = words.filter { !text.isEmpty && $0.lowercased().hasPrefix(text.lowercased()) }
    if let word = exact ?? (starts.count == 1 ? starts[0] : nil) { return word }
    throw .choice(words, nearest: Wording.nearest(String(text.prefix(20)), among: words))
  }

  private static func cloudHost(_ text: String) throws(AnswerMismatch) -> String {
    guard !text.isEmpty else { throw .host(nil, nearest: nil) }
    let shown = CloudAddress.shown(text)
    do throws(CloudAddress.Fault) { return try CloudAddress.url(text) } catch {
      switch error {
      case .plainHTTP: throw .plainHTTP(host: shown)
      case .firstBlynk: throw .firstBlynk
      case .notAHost:
        let near = shown.flatMap { Wording.nearest($0, among: CloudAddress.regions) }
        throw .host(shown, nearest: near)
      }
    }
  }

  private static func pin(_ text: String) throws(AnswerMismatch) -> String {
    let digits = text.first == "V" || text.first == "v" ? text.dropFirst() : text[...]
    if digits.allSatisfy(\.isNumber), let number = UInt8(digits) { return "V\(number)" }
    // Never a long run of digits out of something else that was pasted.
    let near = text.count <= 6 ? UInt8(text.filter(\.isNumber)) : nil
    throw .pin(nearest: near.map { "V\($0)" })
  }

  private static func yesNo(_ text: String) throws(AnswerMismatch) -> String {
    switch text.lowercased() {
    case "yes", "y", "true", "ja", "j": return "yes"
    case "no", "n", "false", "nein": return "no"
    default: throw .yesNo
    }
  }
}

extension AnswerShape.Alphabet {
  /// Whether a code of this alphabet may hold the character.
  func contains(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return switch self {
    case .hex: (48...57).contains(byte) || (97...102).contains(byte | 32)
    case .token:
      byte == 45 || byte == 95 || (48...57).contains(byte) || (65...90).contains(byte)
        || (97...122).contains(byte)
    }
  }

  /// Hex is kept in lower case, as Particle writes it (particle:id-shapes).
  func canonical(_ text: String) -> String {
    self == .hex ? text.lowercased() : text
  }
}

extension Character {
  fileprivate var isPrintableASCII: Bool {
    asciiValue.map { (33...126).contains($0) } ?? false
  }
}
