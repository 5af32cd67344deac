import CFirmware
import Core

/// A person's sketch: the template with their three values.
package struct SketchSource: Sendable {
  /// The most characters that the sketch has room for in an AuthToken; Blynk's have 32.
  package static let authTokenLimit = 64

  /// The sketch as it was compiled for the practice device, with Mustache placeholders for the
  /// values.
  package static let templateText: String = {
    var length = 0
    guard let text = cfirmware_template(&length) else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
  }()

  /// The person's sketch. Printed, it shows the token as its name; only opened, for the file or the
  /// compiler, does it hold the token.
  package let source: MaskedText

  /// Fills the template in. Template ID and name may hold any character: they are escaped.
  ///
  /// - Throws: `FirmwareError.authTokenUnfit` if the token is not made of 1 to 64 letters, digits,
  ///   `-` and `_`. It goes into JSON as it is, so nothing else would arrive whole.
  package init(
    templateID: String, templateName: String, authToken: Secret
  ) throws(FirmwareError) {
    guard SketchSource.isFit(token: authToken.open()) else {
      throw .authTokenUnfit(length: authToken.count)
    }
    let pieces = SketchSource.parts.map { part -> MaskedText.Piece in
      switch part {
      case .text(let text): .plain(text)
      case .value(.templateID): .plain(CStringLiteral.escape(templateID))
      case .value(.templateName): .plain(CStringLiteral.escape(templateName))
      case .value(.authToken): .secret(authToken)
      }
    }
    source = MaskedText(pieces: pieces)
  }

  /// The sketch in clear, for the file that a person flashes from.
  package func openedText() -> String { source.open() }

  /// The values in a source that is our template but for them, character by character; nil for any
  /// other sketch, and for a token that the template would not have been filled in with.
  package static func values(inSource source: String) -> FlashedValues? {
    var rest = Array(source.utf8)[...]
    var values = FlashedValues(templateID: "", templateName: "", authToken: "")
    for part in parts {
      switch part {
      case .text(let text):
        guard rest.starts(with: text.utf8) else { return nil }
        rest = rest.dropFirst(text.utf8.count)
      case .value(let name):
        guard let value = CStringLiteral.unescape(from: &rest) else { return nil }
        values[keyPath: name.keyPath] = value
      }
    }
    return rest.isEmpty && isFit(token: values.authToken) ? values : nil
  }

  private static func isFit(token: String) -> Bool {
    (1...authTokenLimit).contains(token.utf8.count)
      && token.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
