import Testing

@testable import SetupFlow

@Suite("How a text gets on the clipboard")
struct ClipboardMethodTests {
  private static let programs = ["pbcopy", "clip.exe", "wl-copy", "xclip", "xsel"]

  /// What a session may be surrounded by, each there or not.
  private static let signs: [(name: String, value: String)] = [
    ("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22"), ("WSL_DISTRO_NAME", "Debian"),
    ("WAYLAND_DISPLAY", "wayland-0"), ("DISPLAY", ":0"), ("TMUX", "/tmp/tmux/default,1,0"),
    ("STY", "1.pts"),
  ]

  private func ways(
    _ environment: [String: String], isMac: Bool = false, isTerminal: Bool = true,
    there: Set<String> = Set(programs)
  ) -> [ClipboardMethod] {
    ClipboardMethod.all(environment: environment, isMac: isMac, takesSequences: isTerminal) {
      there.contains($0) ? "/bin/\($0)" : nil
    }
  }

  /// The first program that the table of sessions allows, written once more and otherwise.
  private func expected(_ there: Set<String>, _ signs: Set<String>, isMac: Bool) -> String? {
    let isNear = !signs.contains("SSH_CONNECTION")
    let fits: [(String, Bool)] = [
      ("pbcopy", isMac && isNear), ("clip.exe", signs.contains("WSL_DISTRO_NAME") && isNear),
      ("wl-copy", signs.contains("WAYLAND_DISPLAY") && isNear),
      ("xclip", signs.contains("DISPLAY")), ("xsel", signs.contains("DISPLAY")),
    ]
    return fits.first { $0.1 && there.contains($0.0) }?.0
  }

  @Test("in every session it is the first program that fits and is there, and then the terminal")
  func all() {
    for mask in 0..<(1 << ClipboardMethodTests.signs.count) {
      let chosen = ClipboardMethodTests.signs.enumerated().filter { mask >> $0.offset & 1 == 1 }
        .map(\.element)
      let environment = Dictionary(uniqueKeysWithValues: chosen.map { ($0.name, $0.value) })
      let names = Set(chosen.map(\.name))
      for programs in 0..<(1 << ClipboardMethodTests.programs.count) {
        let there = Set(
          ClipboardMethodTests.programs.enumerated().filter { programs >> $0.offset & 1 == 1 }
            .map(\.element))
        for isMac in [true, false] {
          let ways = ways(environment, isMac: isMac, there: there)
          #expect(
            ways.dropLast().map(\.name)
              == [expected(there, names, isMac: isMac)].compactMap(\.self))
          let multiplexer: ClipboardMethod.Multiplexer? =
            names.contains("TMUX") ? .tmux : names.contains("STY") ? .screen : nil
          #expect(ways.last == .terminal(multiplexer))
        }
      }
    }
  }

  @Test("what is set to nothing is not set")
  func empty() {
    let environment = Dictionary(
      uniqueKeysWithValues: ClipboardMethodTests.signs.map { ($0.name, "") })
    #expect(ways(environment) == [.terminal(nil)])
  }

  @Test("a screen that only its TERM tells of, and tmux that calls itself one")
  func multiplexers() {
    #expect(ways(["TERM": "screen-256color"]) == [.terminal(.screen)])
    #expect(ways(["TERM": "screen", "TMUX": "x"]) == [.terminal(.tmux)])
    #expect(ways(["TERM": "xterm-256color"]) == [.terminal(nil)])
  }

  @Test("where no escape code may go there is none, and maybe no way at all")
  func noTerminal() {
    #expect(ways([:], isTerminal: false) == [])
    #expect(ways(["TERM": "linux"]) == [])
    #expect(
      ways(["DISPLAY": ":0"], isTerminal: false)
        == [.program(path: "/bin/xclip", arguments: ["-selection", "clipboard"])])
  }
}
