import Core
import Foundation
import Guide
import Terminal

/// Puts on the clipboard what a step has the person paste elsewhere.
final class ClipboardDialog {
  /// What is to be pasted at a step, and what the programs of this machine are found by.
  struct Page {
    let step: StepName
    let values: [PasteValue]
    let environment: [String: String]
  }

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
  /// - Returns: a command that was typed where one was asked here.
  func copy(_ meant: String, from page: Page) async -> TypedLine? {
    let values = page.values
    let ways = ways(page.environment)
    guard !values.isEmpty, !ways.isEmpty else {
      terminal.say(
        values.isEmpty ? "This step has nothing to paste." : ClipboardDialog.noClipboard)
      return nil
    }
    do {
      guard let value = try await chosen(meant, among: values, of: page.step),
        try await agrees(to: value)
      else { return nil }
      last = (page.step, value.name)
      await put(value, by: ways, page.environment)
      return nil
    } catch {
      return error.typed
    }
  }

  /// Said once, where the person has to paste something.
  func offer(_ page: Page) {
    let values = page.values
    guard offered != page.step, !ways(page.environment).isEmpty, !values.isEmpty else { return }
    offered = page.step
    terminal.say(
      values.count == 1
        ? "`copy` puts this on the clipboard: \(Phrase(key: values[0].name))."
        : "`copy` puts a value of this page on the clipboard, one after the other.")
    terminal.pause()
  }

  private func chosen(
    _ meant: String, among values: [PasteValue], of step: StepName
  ) async throws(Commanded) -> PasteValue? {
    if !meant.isEmpty { return find(meant, among: values) }
    guard values.count > 1 else { return values[0] }
    show(values)
    let next = following(values, of: step)
    guard let words = try await ask("Which one? A number or a name [\(Phrase(key: next.name))]")
    else {
      return nil
    }
    return words.isEmpty ? next : find(words, among: values)
  }

  /// A command, typed where something else was asked.
  private struct Commanded: Error { let typed: TypedLine }

  /// - Returns: the words of the line; nil when none was typed.
  private func ask(_ question: Phrase) async throws(Commanded) -> String? {
    guard case .line(let line) = await reader.ask(Prompt(question)) else { return nil }
    let typed = TypedLine(line, shape: nil)
    switch typed {
    // Out of this question first.
    case .command(.quit, _): return nil
    case .command: throw Commanded(typed: typed)
    default: return line.trimmed
    }
  }

  private func show(_ values: [PasteValue]) {
    terminal.pause()
    terminal.table(
      TableView(
        columns: [.init("", .right), .init(""), .init("")],
        rows: values.enumerated().map { index, value in
          [
            .init("\(index + 1)"), .init(Phrase(key: value.name)),
            .init(Phrase(verbatim: value.preview), .code),
          ]
        }, indent: 2))
    terminal.pause()
  }

  /// The one after the last that was copied here; from the last on to the first.
  private func following(_ values: [PasteValue], of step: StepName) -> PasteValue {
    guard let last, last.step == step,
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
  private func agrees(to value: PasteValue) async throws(Commanded) -> Bool {
    guard !value.text.secrets.isEmpty else { return true }
    let names = Wording.list(value.text.secrets.map(\.description), "and")
    let question: Phrase =
      "Put \(names) on the clipboard, where other programs can read it? (yes/no) [yes]"
    guard let words = try await ask(question) else { return false }
    if words.isEmpty || YesNoWords.isYes(words) { return true }
    terminal.say("Nothing was copied.")
    return false
  }

  private func put(
    _ value: PasteValue, by ways: [ClipboardMethod], _ environment: [String: String]
  ) async {
    let terminal = terminal
    let clipboard = Clipboard(environment: EnvironmentTokens.removed(from: environment)) {
      terminal.data($0)
    }
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
      "A terminal may refuse that and say nothing: then something else comes when you paste."
    )
    if way == .terminal(.tmux) {
      terminal.say("tmux lets it through after `tmux set -g set-clipboard on`.")
    }
  }

  private func ways(_ environment: [String: String]) -> [ClipboardMethod] {
    let traits = terminal.traits
    return ClipboardMethod.all(
      environment: environment, isMac: ClipboardDialog.isMac,
      takesSequences: traits.interactive && !traits.plain
    ) { name in
      (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
        .first { $0.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: $0) }
    }
  }

  private static let noClipboard: Phrase =
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
