import Foundation
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A person at a terminal with the program in it: a pseudo terminal of 40 rows, which is the
/// program's own, so that its keys send signals.
actor Screen {
  /// The program asked the next question, or ended, before it said what was waited for.
  struct Unsaid: Error, CustomStringConvertible {
    let text: String
    let rest: String

    var description: String { "\"\(text)\" was not said, but:\n\(rest)" }
  }

  nonisolated let child: ChildProcess
  private let keys: Int32
  private var pieces: AsyncStream<[UInt8]>.AsyncIterator
  /// All that was written, escape codes and all.
  private(set) var raw: [UInt8] = []
  /// What was written and not yet waited for, without its escape codes.
  private var unread = ""
  /// The line that the screen stands in, since keys were pressed.
  private var line = ""
  private var letters = ScreenLetters()

  /// Its size in letters.
  struct Window {
    var columns: UInt16 = 80
    /// Enough that pages are seldom cut.
    var rows: UInt16 = 40
  }

  init(_ program: ProgramCall, _ window: Window = Window()) throws {
    var ends: (keys: Int32, terminal: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(
      ws_row: window.rows, ws_col: window.columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ends.keys, &ends.terminal, &name, nil, &size) == 0 else {
      throw ChildProcess.Failure("open a terminal", errno)
    }
    defer { close(ends.terminal) }
    keys = ends.keys
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    child = try ChildProcess(program) { $0.giveTerminal(named: path) }
    // Closed by the outflow at its end; the keys are pressed on a descriptor of their own.
    pieces = Outflow.pieces(of: dup(keys)).makeAsyncIterator()
  }

  deinit {
    child.signal(SIGKILL)
    close(keys)
  }

  /// Waits until a text is written, after what was seen before. It does not wait for ever: a text
  /// that has not come when a question stands does not come any more.
  /// - Returns: what was written up to it.
  @discardableResult
  func expect(_ text: String) async throws -> String {
    while true {
      if let place = unread.firstRange(of: text) {
        let seen = String(unread[..<place.upperBound])
        unread = String(unread[place.upperBound...])
        return seen
      }
      guard !isAsked, await more() else { throw Unsaid(text: text, rest: unread) }
    }
  }

  /// Waits until a question stands, or the program ends.
  /// - Returns: what was written up to it; nil when there is no question any more.
  func question() async -> String? {
    while !isAsked { guard await more() else { return nil } }
    defer { unread = "" }
    return unread
  }

  /// Presses keys, as they are, when a question stands: between two a terminal takes some of them,
  /// Ctrl-D for one, as its own. If the program ends without one, nothing is pressed.
  func press(_ keys: String) async {
    while !isAsked { guard await more() else { return } }
    pressAtOnce(keys)
  }

  /// Presses keys where no question stands, or is answered by half.
  func pressAtOnce(_ keys: String) {
    line = ""
    let bytes = Array(keys.utf8)
    _ = write(self.keys, bytes, bytes.count)
  }

  /// Types a line and Enter, when a question stands.
  func type(_ line: String = "") async { await press(line + "\r") }

  /// Waits until the program ends.
  /// - Returns: what it said until then, and how it ended.
  func end() async -> (text: String, ending: ChildProcess.Ending) {
    while await more() {}
    defer { unread = "" }
    let ending = await child.ending()
    return (unread, ending)
  }

  /// Ends it as nothing can be prepared for.
  func kill() async -> ChildProcess.Ending {
    child.signal(SIGKILL)
    return await child.ending()
  }

  /// Whether the terminal shows what is typed, as it does when nobody has changed it.
  var echoes: Bool {
    var modes = termios()
    return tcgetattr(keys, &modes) == 0 && modes.c_lflag & tcflag_t(ECHO) != 0
      && modes.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Whether a question stands. Questions end in one blank, and all else in a new line.
  private var isAsked: Bool {
    line.last == " " && line.dropLast().last.map { "]:?.)".contains($0) } ?? false
  }

  private func more() async -> Bool {
    var pieces = pieces
    guard let piece = await pieces.next(isolation: self) else { return false }
    self.pieces = pieces
    raw += piece
    let text = letters.read(piece)
    unread += text
    line = String((line + text).reversed().prefix { !$0.isNewline }.reversed())
    return true
  }
}

extension Screen.Window {
  /// `40`, or with rows `40x20`.
  init?(_ text: String) {
    let parts = text.split(separator: "x").map { UInt16($0) }
    guard (1...2).contains(parts.count), let columns = parts[0] else { return nil }
    self.columns = columns
    if parts.count == 2 {
      guard let rows = parts[1] else { return nil }
      self.rows = rows
    }
  }
}
