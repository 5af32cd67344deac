extension WiringScan {
  /// `int f(String a)` for each function outside of all braces that has a body.
  var functionHeads: [String] {
    var heads: [String] = []
    var depth = 0
    for (index, byte) in code.enumerated() {
      switch byte {
      case UInt8(ascii: "{"):
        if depth == 0, let head = head(endingBefore: index) { heads.append(head) }
        depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
    }
    return heads
  }

  /// The classes, structures and enumerations that this file makes.
  var ownTypes: Set<String> {
    let words = WiringScan.words(String(decoding: code, as: UTF8.self))
    let makers: Set<String> = ["class", "struct", "enum", "union"]
    var types: Set<String> = []
    for (maker, name) in zip(words, words.dropFirst()) where makers.contains(maker) {
      types.insert(name)
    }
    return types.union(typedefs)
  }

  /// The names behind `typedef … {…} name;` and after `using name =`.
  private var typedefs: Set<String> {
    var types: Set<String> = []
    for statement in String(decoding: code, as: UTF8.self).utf8.split(separator: UInt8(ascii: ";"))
    {
      let tail = statement.split(separator: UInt8(ascii: "}"), omittingEmptySubsequences: false)
      let name = WiringScan.words(tail.count > 1 ? String(Substring(tail[tail.count - 1])) : "")
      if name.count == 1 { types.insert(name[0]) }
      let words = WiringScan.words(String(Substring(statement)))
      if let place = words.firstIndex(of: "using"), place + 1 < words.count {
        types.insert(words[place + 1])
      }
    }
    return types
  }

  /// The head of the function whose body begins at a brace; nil if something else begins there.
  private func head(endingBefore brace: Int) -> String? {
    var end = brace
    while end > 0, WiringScan.isSpace(code[end - 1]) { end -= 1 }
    guard end > 0, code[end - 1] == UInt8(ascii: ")") else { return nil }
    var open = end - 2
    while open >= 0, WiringScan.isOfType(code[open]) || code[open] == UInt8(ascii: ",") {
      open -= 1
    }
    guard open >= 0, code[open] == UInt8(ascii: "(") else { return nil }
    var start = open
    while start > 0, WiringScan.isOfType(code[start - 1]) { start -= 1 }
    // Behind `>` stands a template, behind `:` a member of a class.
    if start > 0, [UInt8(ascii: ">"), UInt8(ascii: ":")].contains(code[start - 1]) { return nil }
    let head = WiringScan.joined(code[start..<end])
    let words = WiringScan.words(WiringScan.joined(code[start..<open]))
    let others: Set<String> = ["extern", "operator", "else", "return", "template"]
    return words.count >= 2 && others.isDisjoint(with: words) ? head : nil
  }

  /// The words of some code.
  static func words(_ code: String) -> [String] {
    code.utf8.split { !isOfWord($0) }.map { String(Substring($0)) }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// What may stand in a type and a name: words, `*`, `&`, brackets and space.
  private static func isOfType(_ byte: UInt8) -> Bool {
    isOfWord(byte) || isSpace(byte) || "*&[]".utf8.contains(byte)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// On one line, with single spaces.
  private static func joined(_ code: ArraySlice<UInt8>) -> String {
    code.split(whereSeparator: isSpace).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}
