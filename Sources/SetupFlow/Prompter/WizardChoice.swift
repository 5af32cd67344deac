import Core
import Guide
import Storage
import Terminal
import Walkthrough

/// Which setup the wizard opens when none was named.
struct WizardChoice {
  let store: SetupStore
  let reader: LineReader

  /// The only half-done one; a new one if there is none; else what the person says: nil leaves.
  func setup() async throws -> SetupName? {
    let names = try store.names()
    let open = try names.filter { name in
      !StepStatusList(try store.read(SetupName(name))).isComplete
    }
    switch open.count {
    case 1: return try SetupName(open[0])
    case 0 where names.isEmpty: return try SetupName(SetupName.usual)
    case 0: return try SetupName(names[0])
    default: return try await ask(open)
    }
  }

  private func ask(_ open: [String]) async throws -> SetupName? {
    store.terminal.say("\(open.count) setups are half done: \(Wording.list(open, "and")).")
    let prompt = Prompt("Which one? [\(open[0])]") { line, cursor in
      Completion(of: line, at: cursor, among: open.map { .init($0) })
    }
    let all = try store.names()
    while true {
      guard case .line(let line) = await reader.ask(prompt) else { throw InterruptedError() }
      let typed = line.trimmed
      if typed.isEmpty { return try SetupName(open[0]) }
      if all.contains(typed) { return try SetupName(typed) }
      if case .command(.quit, _) = TypedLine(typed, shape: nil) { return nil }
      let guess: Phrase = Wording.nearest(typed, among: all).map { " Did you mean \($0)?" } ?? ""
      store.terminal.say(
        "I know no setup of that name.\(guess) `footbridge setup NAME` starts a new one; `quit` "
          + "leaves.")
    }
  }
}
