import Core
import HTTP

/// How long after another a moment was, for a table: `0.3 ms`, `42 ms`, `1.8 s`.
enum Milliseconds {
  static func text(_ moment: Instant, since start: Instant) -> Phrase {
    text(moment.microseconds - start.microseconds)
  }

  static func text(_ microseconds: Int) -> Phrase {
    let tenths = microseconds / 100
    if tenths < 100 { return "\(Phrase(decimal: "\(tenths / 10).\(tenths % 10)")) ms" }
    let milliseconds = microseconds / 1000
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    return "\(Phrase(decimal: "\(milliseconds / 1000).\(milliseconds / 100 % 10)")) s"
  }
}
