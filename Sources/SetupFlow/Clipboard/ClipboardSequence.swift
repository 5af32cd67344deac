import Core

/// The escape sequence that asks a terminal to put a text on the clipboard (OSC 52).
enum ClipboardSequence {
  private static let escape = "\u{1B}"
  private static let bell = "\u{7}"
  /// How much screen passes on in one piece.
  private static let pieceBytes = 76

  /// - Parameter multiplexer: what has to hand the sequence on to the terminal itself.
  static func text(_ bytes: [UInt8], through multiplexer: ClipboardMethod.Multiplexer?) -> String {
    let plain = "\(escape)]52;c;\(Base64.encode(bytes))\(bell)"
    switch multiplexer {
    case nil: return plain
    // tmux takes the bare one where `set-clipboard` is on, and hands the wrapped one on where
    // `allow-passthrough` is; where both are, the same text is put there twice.
    case .tmux:
      let doubled = plain.replacing(escape, with: escape + escape)
      return plain + "\(escape)Ptmux;\(doubled)\(escape)\\"
    case .screen:
      return pieces(plain).map { "\(escape)P\($0)\(escape)\\" }.joined()
    }
  }

  private static func pieces(_ text: String) -> [String] {
    let letters = Array(text)
    return stride(from: 0, to: letters.count, by: pieceBytes).map {
      String(letters[$0..<min($0 + pieceBytes, letters.count)])
    }
  }
}
