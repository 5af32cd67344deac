import Core

/// What came from the keyboard, or from whatever stands in its place.
package enum LineInput: Sendable, Equatable {
  /// A line, without its end. One longer than `LineReader.lineLimitBytes` is cut there: no answer
  /// is that long, so its shape refuses it.
  case line(String)
  /// A line typed at a hidden prompt: it is never text again that could be shown. What was pasted
  /// with the end of its line comes without it; blanks at its ends belong to it.
  case secret(Secret)
  /// Ctrl-D, or nothing more to read.
  case end
  /// Ctrl-C, or the reading task was cancelled.
  case interrupted
  /// The program was told to end, by SIGTERM, SIGHUP or SIGQUIT. The terminal is as it was before.
  case terminated(signal: Int32)
}
