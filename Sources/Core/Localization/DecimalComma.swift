extension String {
  /// Times and shares with a comma in place of the point: `1,0 s`, `2,5 %`. Only a number with such
  /// a unit is one of ours for certain; addresses, versions and values of a form keep their points.
  var withDecimalCommas: String {
    var bytes = Array(utf8)
    for place in bytes.indices where bytes[place] == UInt8(ascii: ".") {
      if bytes.isDecimalPoint(at: place) { bytes[place] = UInt8(ascii: ",") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Whether whole digits stand before it, and after it digits, a blank and a unit.
  fileprivate func isDecimalPoint(at place: Int) -> Bool {
    let before = self[..<place].reversed().prefix(while: \.isDigit).count
    let start = place - before
    guard before > 0, start == 0 || !self[start - 1].isOfWord else { return false }
    let after = self[(place + 1)...].prefix(while: \.isDigit).count
    guard after > 0 else { return false }
    let rest = self[(place + 1 + after)...]
    return [UInt8].units.contains { unit in
      rest.starts(with: unit) && rest.dropFirst(unit.count).first?.isLetter != true
    }
  }

  private static let units = [" ms", " s", " %"].map { Array($0.utf8) }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (48...57).contains(self) }

  fileprivate var isLetter: Bool {
    (65...90).contains(self) || (97...122).contains(self) || self >= 128
  }

  /// Whether a number, a name or an address goes on with it.
  fileprivate var isOfWord: Bool { isDigit || isLetter || "._-/:,".utf8.contains(self) }
}
