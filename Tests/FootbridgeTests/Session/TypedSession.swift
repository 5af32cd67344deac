/// A person who types a line at each question, in order, and leaves with Ctrl-D when there is none
/// left to type. `^C`, `^D` and `^I` in a line are the keys.
struct TypedSession {
  private let call: ProgramCall
  private let columns: UInt16
  private let lines: [String]

  /// - Parameters:
  ///   - call: the program; its terminal is a common one, unless the call says otherwise.
  ///   - columns: of the terminal.
  init(_ call: ProgramCall, columns: UInt16, lines: [String]) {
    var call = call
    call.environment = ["TERM": "xterm-256color"].merging(call.environment) { $1 }
    self.call = call
    self.columns = columns
    self.lines = lines
  }

  /// - Returns: what stands on the screen at the end, from its first line, and how it ended.
  func play() async throws -> (String, String) {
    let screen = try Screen(call, columns: columns)
    var text = ""
    for line in lines {
      guard let said = try await screen.question() else { break }
      text += said
      await screen.press(TypedSession.keys(line))
    }
    while let said = try await screen.question() {
      text += said
      await screen.press("\u{4}")
    }
    let (rest, ending) = try await screen.end()
    return (text + rest, "\(ending)")
  }

  /// A line with a key at its end is not followed by Enter.
  private static func keys(_ line: String) -> String {
    let keys = line.replacing("^C", with: "\u{3}").replacing("^D", with: "\u{4}")
      .replacing("^I", with: "\t")
    return line.hasSuffix("^C") || line.hasSuffix("^D") || line.hasSuffix("^I") ? keys : keys + "\r"
  }
}
