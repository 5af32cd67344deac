/// A pin as a person or a program writes it: `V16`, `v16`; the `d` and `a` pins of real hardware
/// too.
struct BlynkPin: Sendable, Hashable, Codable {
  enum Kind: String, Sendable, Codable {
    case virtual = "v"
    case digital = "d"
    case analog = "a"
  }

  var kind: Kind
  var number: Int

  init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  /// Either case of the letter, then 0 to 255 (blynk:pin-spelling). Nil for anything else.
  init?(_ text: some StringProtocol) {
    guard let letter = text.first, let kind = Kind(rawValue: letter.lowercased()) else {
      return nil
    }
    let digits = text.dropFirst()
    guard (1...3).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int(digits), number <= BlynkPin.highest
    else { return nil }
    self.init(kind, number)
  }

  /// V0 to V255 (blynk:pin-range).
  static let highest = 255

  /// As `getAll` writes it: `v16`.
  var name: String { "\(kind.rawValue)\(number)" }
}
