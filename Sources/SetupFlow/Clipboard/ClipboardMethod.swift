/// How a text gets on the clipboard of whoever sits at the terminal.
enum ClipboardMethod: Sendable, Equatable {
  /// A program of this machine, which takes the text from its input.
  case program(path: String, arguments: [String])
  /// The terminal itself, by an escape sequence (OSC 52), through what stands before it.
  case terminal(Multiplexer?)

  /// What shows the program in a terminal of its own making.
  enum Multiplexer: Sendable, Equatable { case tmux, screen }

  /// The ways that fit this session, the surest first. Pure.
  ///
  /// - Parameters:
  ///   - takesSequences: the output is a terminal, and may be sent escape codes.
  ///   - find: where a program is; nil for one that the machine has not.
  static func all(
    environment: [String: String], isMac: Bool, takesSequences: Bool,
    find: (String) -> String?
  ) -> [ClipboardMethod] {
    let session = Session(environment, isMac: isMac)
    let programs = session.programs.compactMap { name, arguments in
      find(name).map { ClipboardMethod.program(path: $0, arguments: arguments) }
    }
    let terminal = ClipboardMethod.terminal(session.multiplexer)
    // The bare console of Linux has no clipboard to pass anything on to.
    let isTaken = takesSequences && environment["TERM"] != "linux"
    return Array(programs.prefix(1)) + (isTaken ? [terminal] : [])
  }

  /// What surrounds the program, as far as a clipboard depends on it.
  private struct Session {
    private let environment: [String: String]
    private let isMac: Bool

    init(_ environment: [String: String], isMac: Bool) {
      self.environment = environment.filter { !$0.value.isEmpty }
      self.isMac = isMac
    }

    private func has(_ names: String...) -> Bool {
      names.contains { environment[$0] != nil }
    }

    /// With their arguments. From afar only X reaches the person's own screen: the other programs
    /// fill the clipboard of the machine that they run on.
    var programs: [(name: String, arguments: [String])] {
      let isRemote = has("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")
      var programs: [(name: String, arguments: [String])] = []
      if !isRemote, isMac { programs.append(("pbcopy", [])) }
      if !isRemote, has("WSL_DISTRO_NAME", "WSL_INTEROP") { programs.append(("clip.exe", [])) }
      if !isRemote, has("WAYLAND_DISPLAY") { programs.append(("wl-copy", [])) }
      if has("DISPLAY") {
        programs.append(("xclip", ["-selection", "clipboard"]))
        programs.append(("xsel", ["--clipboard", "--input"]))
      }
      return programs
    }

    var multiplexer: Multiplexer? {
      if has("TMUX") { return .tmux }
      let isScreen = environment["TERM"]?.hasPrefix("screen") ?? false
      return has("STY") || isScreen ? .screen : nil
    }
  }
}

extension ClipboardMethod {
  /// What a person calls it.
  var name: String {
    switch self {
    case .program(let path, _): path.split(separator: "/").last.map(String.init) ?? path
    case .terminal: "OSC 52"
    }
  }
}
