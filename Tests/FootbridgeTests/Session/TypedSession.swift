/// A person who types a line at each question, in order, and leaves with Ctrl-D when there is none
/// left to type. `^C`, `^D` and `^I` in a line are the keys.
actor TypedSession {
  private let screen: Screen
  private var isAsked = false

  /// - Parameters:
  ///   - call: the program; its terminal is a common one, unless the call says otherwise.
  ///   - window: of the terminal.
  init(_ call: ProgramCall, _ window: Screen.Window) throws {
    var call = call
    call.environment = ["TERM": "xterm-256color"].merging(call.environment) { $1 }
    screen = try Screen(call, window)
  }

  /// Waits for the first question, types the lines, and waits for the question after the last.
  /// - Returns: what came onto the screen until then.
  func type(_ lines: [String]) async throws -> String {
    var text = isAsked ? "" : try await hear()
    for line in lines where isAsked {
      await screen.press(TypedSession.keys(line))
      text += try await hear()
    }
    return text
  }

  /// Types the lines, then leaves.
  /// - Returns: what came onto the screen until the end, and how it ended.
  func leave(after lines: [String]) async throws -> (String, String) {
    var text = try await type(lines)
    while isAsked {
      await screen.press("\u{4}")
      text += try await hear()
    }
    let (rest, ending) = await screen.end()
    return (text + rest, "\(ending)")
  }

  private func hear() async throws -> String {
    let said = await screen.question()
    isAsked = said != nil
    return said ?? ""
  }

  /// A line with a key at its end is not followed by Enter.
  private static func keys(_ line: String) -> String {
    let keys = line.replacing("^C", with: "\u{3}").replacing("^D", with: "\u{4}")
      .replacing("^I", with: "\t")
    return line.hasSuffix("^C") || line.hasSuffix("^D") || line.hasSuffix("^I") ? keys : keys + "\r"
  }
}
