extension String {
  /// How many columns the text takes on a terminal.
  package var displayWidth: Int {
    utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + $1.displayWidth }
  }

  /// Its first letters, as many as have room in so many columns.
  package func prefix(columns: Int) -> String {
    var used = 0
    return String(
      prefix { letter in
        used += letter.displayWidth
        return used <= columns
      })
  }
}

extension Character {
  /// How many columns the character takes: 2 if it is wide, 0 if it only changes the one before.
  package var displayWidth: Int {
    if unicodeScalars.contains(where: { $0.value == 0xFE0F || $0.properties.isEmojiPresentation }) {
      return 2
    }
    return unicodeScalars.reduce(0) { $0 + $1.columns }
  }
}

extension Unicode.Scalar {
  /// East Asian Width W and F (Unicode Standard Annex 11), emoji left to their own property.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD,
  ]

  /// Vowels and ends of Hangul syllables, which join the letter before them.
  private static let joining: ClosedRange<UInt32> = 0x1160...0x11FF

  fileprivate var columns: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if Unicode.Scalar.joining.contains(value) { return 0 }
    return Unicode.Scalar.wide.contains { $0.contains(value) } ? 2 : 1
  }
}
