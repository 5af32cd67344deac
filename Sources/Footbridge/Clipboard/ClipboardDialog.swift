import Core
import Foundation
import Guide
import Terminal
import Walkthrough

/// Puts on the clipboard what a step has the person paste elsewhere.
final class ClipboardDialog {
  private let terminal: TerminalOutput
  private let reader: LineReader
  /// The step at which it was offered.
  private var offered: StepName?
  /// What was put there last.
  private var last: (step: StepName, name: String)?
  /// It was said that a terminal may refuse.
  private var toldRefusal = false

  init(terminal: TerminalOutput, reader: LineReader) {
    self.terminal = terminal
    self.reader = reader
  }

  /// - Parameter meant: a number of the list, a name, or words of the value; empty asks where there
  ///   is more than one.
  func copy(_ meant: String, from step: Step, _ session: WalkSession) async {
    let values = session.pasteValues(of: step)
    guard !values.isEmpty else {
      return terminal.say("This step has nothing to paste.")
    }
    let ways = ways(in: session)
    guard !ways.isEmpty else { return terminal.say(ClipboardDialog.noClipboard) }
    guard let value = await chosen(meant, among: values, of: step), await agrees(to: value) else {
      return
    }
    last = (step.name, value.name)
    await put(value, by: ways, session)
  }

  /// Said once, where the person has to paste something.
  func offer(_ step: Step, _ session: WalkSession) {
    guard offered != step.name, !ways(in: session).isEmpty else { return }
    let values = session.pasteValues(of: step)
    guard !values.isEmpty else { return }
    offered = step.name
    terminal.say(
      values.count == 1
        ? "`copy` puts this on the clipboard: \(values[0].name)."
        : "`copy` puts a value of this page on the clipboard, one after the other.")
    terminal.pause()
  }

  private func chosen(
    _ meant: String, among values: [PasteValue], of step: Step
  ) async -> PasteValue? {
    if !meant.isEmpty { return find(meant, among: values) }
    guard values.count > 1 else { return values[0] }
    show(values)
    let next = following(values, of: step)
    let prompt = Prompt("Which one? A number or a name [\(next.name)]")
    guard case .line(let line) = await reader.ask(prompt) else { return nil }
    return line.trimmed.isEmpty ? next : find(line.trimmed, among: values)
  }

  private func show(_ values: [PasteValue]) {
    terminal.pause()
    terminal.table(
      TableView(
        columns: [.init("", .right), .init(""), .init("")],
        rows: values.enumerated().map { index, value in
          [.init("\(index + 1)"), .init(value.name), .init(value.preview, .code)]
        }, indent: 2))
    terminal.pause()
  }

  /// The one after the last that was copied here; from the last on to the first.
  private func following(_ values: [PasteValue], of step: Step) -> PasteValue {
    guard let last, last.step == step.name,
      let place = values.firstIndex(where: { $0.name == last.name })
    else { return values[0] }
    return values[(place + 1) % values.count]
  }

  private func find(_ words: String, among values: [PasteValue]) -> PasteValue? {
    if let number = Int(words), values.indices.contains(number - 1) { return values[number - 1] }
    if let named = values.first(where: { $0.name.lowercased() == words.lowercased() }) {
      return named
    }
    let meant = values.filter { $0.isMeant(by: words) }
    if meant.count == 1 { return meant[0] }
    terminal.say("This step has these to paste:")
    show(values)
    return nil
  }

  /// A secret goes there only after a yes: whatever runs here can read a clipboard.
  private func agrees(to value: PasteValue) async -> Bool {
    guard !value.text.secrets.isEmpty else { return true }
    let names = Wording.list(value.text.secrets.map(\.description), "and")
    let prompt = Prompt(
      "Put \(names) on the clipboard, where other programs can read it? (yes/no) [yes]")
    guard case .line(let line) = await reader.ask(prompt) else { return false }
    if line.trimmed.isEmpty || YesNoWords.isYes(line) { return true }
    terminal.say("Nothing was copied.")
    return false
  }

  private func put(_ value: PasteValue, by ways: [ClipboardMethod], _ session: WalkSession) async {
    let terminal = terminal
    let clipboard = Clipboard(
      environment: CommandContext.withoutTokens(session.capabilities.requestContext.environment)
    ) { terminal.data($0) }
    for way in ways {
      switch await clipboard.put(value.text, by: way) {
      case .put: return terminal.say("✓ \(value.words): on the clipboard, by \(way.name).", .good)
      case .sent: return tellSent(value, way)
      case .refused: terminal.say("\(way.name) did not take it.", .warning)
      }
    }
    terminal.say(ClipboardDialog.noClipboard)
  }

  /// No terminal answers, so nobody knows.
  private func tellSent(_ value: PasteValue, _ way: ClipboardMethod) {
    terminal.say(
      "✓ \(value.words): sent to your terminal for its clipboard, by \(way.name).", .good)
    if toldRefusal { return }
    toldRefusal = true
    terminal.say(
      "A terminal may refuse that without a word: where another text comes when you paste, it did."
    )
    if way == .terminal(.tmux) {
      terminal.say("tmux lets it through after `tmux set -g set-clipboard on`.")
    }
  }

  private func ways(in session: WalkSession) -> [ClipboardMethod] {
    let environment = session.capabilities.requestContext.environment
    let traits = terminal.traits
    return ClipboardMethod.all(
      environment: environment, isMac: ClipboardDialog.isMac,
      takesSequences: traits.interactive && !traits.plain
    ) { name in
      (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
        .first { $0.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: $0) }
    }
  }

  private static let noClipboard =
    "I reach no clipboard from here: no wl-copy, pbcopy, clip.exe, xclip or xsel fits this "
    + "session, and the terminal takes no escape codes."

  private static var isMac: Bool {
    #if canImport(Darwin)
      true
    #else
      false
    #endif
  }
}
