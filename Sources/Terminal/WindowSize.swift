#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The size of a terminal's window, in characters.
package struct WindowSize: Sendable, Equatable {
  /// How many characters a row takes.
  package var columns: Int
  /// How many rows are seen at once.
  package var rows: Int

  /// A size as it is given, such as a test's.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// As the terminal tells it now; nil where there is none, or where it does not know.
  package init?(of descriptor: Int32) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    self.init(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }
}
