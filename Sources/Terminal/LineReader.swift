import Core
import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One line in: with editing, history and completion at a terminal, as it comes from elsewhere.
///
/// The waiting is done on a queue of the reader's own, so that no task is held up by it.
package final class LineReader: Sendable {
  /// The longest line taken, in bytes.
  package static let lineLimitBytes = 65_536
  /// The lines kept in the history.
  package static let historyLimitLines: Int32 = 1_000
  /// The messages that may wait while the screen takes none.
  package static let messageLimit = 1_000

  private struct State {
    var isReading = false
    var questions = 0
    /// The questions whose tasks were cancelled.
    var cancelled: Set<Int> = []
    /// What waits to be shown above the half-typed line.
    var messages: [String] = []
  }

  /// First, so that it goes before what the traits hold: that may be the terminal.
  private let editor: LineEditor?
  private let output: OutputSink
  private let isTerminal: (input: Bool, output: Bool)
  private let traits: @Sendable () -> TerminalTraits
  private let historyFile: String?
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "footbridge.line")

  /// - Parameters:
  ///   - input, output: the descriptors of keyboard and screen; they stay open.
  ///   - historyFile: where lines are kept; mode 0600, written anew with each line kept.
  ///   - traits: read anew for each question.
  package init(
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, historyFile: String? = nil,
    traits: @escaping @Sendable () -> TerminalTraits
  ) {
    self.output = .descriptor(output)
    self.traits = traits
    self.historyFile = historyFile
    isTerminal = (isatty(input) == 1, isatty(output) == 1)
    editor = LineEditor(
      input: input, output: output, lineLimitBytes: LineReader.lineLimitBytes,
      historyLimitLines: LineReader.historyLimitLines)
    if let historyFile { editor?.load(historyFile) }
  }

  /// Asks, and waits for one line. A second question waits until the first is answered.
  package func readLine(_ prompt: Prompt) async -> LineInput {
    let question = state.withLock { state in
      state.questions += 1
      return state.questions
    }
    defer { state.withLock { _ = $0.cancelled.remove(question) } }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { answered in
        queue.async { answered.resume(returning: self.read(prompt, question)) }
      }
    } onCancel: {
      state.withLock { _ = $0.cancelled.insert(question) }
      editor?.wake()
    }
  }

  /// Does the work with a quiet keyboard: what is typed or pasted while nothing is asked, a token
  /// perhaps, is not shown before a prompt takes it. However the program ends, the terminal is then
  /// as it was.
  package func quietly<Value>(
    isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Value
  ) async rethrows -> Value {
    // On the queue, as all that enters the editor, where no read is under way.
    queue.sync { editor?.quiet() }
    defer { queue.sync { editor?.unquiet() } }
    return try await work()
  }

  /// Shows whole lines above a half-typed one, which stays as it is; at once when nothing is asked.
  ///
  /// - Returns: why it could not be shown at once, if so.
  @discardableResult
  package func message(_ text: String) -> OutputFailure? {
    let (waits, fits) = state.withLock { state in
      let fits = state.messages.count < LineReader.messageLimit
      if state.isReading, fits { state.messages.append(text) }
      return (state.isReading, fits)
    }
    if !waits { return output.write(text) }
    editor?.wake()
    return fits ? nil : .refused(errno: ENOBUFS)
  }

  /// Writing that never tears a half-typed line: give it to a `TerminalOutput` as its output.
  package var sink: OutputSink {
    OutputSink { self.message($0) }
  }

  // MARK: on the queue

  private func read(_ prompt: Prompt, _ question: Int) -> LineInput {
    guard let editor else { return .end }
    if isCancelled(question) { return .interrupted }
    if prompt.dropsEnters { editor.dropEnters() }
    let traits = traits()
    let mode = mode(of: prompt, traits)
    let words = PromptLayout(prompt.text, traits: traits, styled: mode == .edited)
    let shown = isTerminal.input && isTerminal.output
    if shown, !words.above.isEmpty { _ = output.write(words.above) }
    state.withLock { $0.isReading = true }
    let input = editor.read(
      prompt: shown ? words.last : "", mode: mode, listener: listener(prompt, question, traits))
    for text in takeMessages(stillReading: false) { _ = output.write(text) }
    guard case .line(let line) = input else { return input }
    if prompt.hidden {
      let bare = line.hasSuffix("\r") ? String(line.dropLast()) : line
      return .secret(Secret(bare, name: "typed.hidden"))
    }
    if mode == .edited { keep(line, of: prompt) }
    return input
  }

  private func mode(of prompt: Prompt, _ traits: TerminalTraits) -> LineEditor.Mode {
    let draws = isTerminal.input && isTerminal.output && !traits.plain
    if prompt.hidden { return draws ? .hidden : .hiddenPlain }
    return draws ? .edited : .plain
  }

  private func listener(_ prompt: Prompt, _ question: Int, _ traits: TerminalTraits)
    -> LineEditor.Listener
  {
    LineEditor.Listener(
      complete: { line, cursor in
        let completion = prompt.completions(line, cursor)
        self.make(CompletionMove(line: line, cursor: cursor, completion: completion), traits)
      },
      woken: {
        let messages = self.takeMessages(stillReading: true)
        if !messages.isEmpty { self.editor?.show(messages.joined(), belowTyped: false) }
        return self.isCancelled(question)
      })
  }

  private func make(_ move: CompletionMove, _ traits: TerminalTraits) {
    if move.beeps { editor?.beep() }
    if move.delete > 0 || !move.insert.isEmpty {
      editor?.replace(delete: move.delete, insert: move.insert)
    }
    guard !move.choices.isEmpty else { return }
    editor?.show(PageRenderer(traits: traits).choices(move.choices), belowTyped: true)
  }

  private func takeMessages(stillReading: Bool) -> [String] {
    state.withLock { state in
      defer { state.messages = [] }
      state.isReading = stillReading
      return state.messages
    }
  }

  private func isCancelled(_ question: Int) -> Bool {
    state.withLock { $0.cancelled.contains(question) }
  }

  /// A history that cannot be written is a comfort less, and no reason to stop.
  private func keep(_ line: String, of prompt: Prompt) {
    guard prompt.keepInHistory, !prompt.hidden, line.contains(where: { $0 != " " }),
      prompt.mayKeep(line)
    else { return }
    editor?.remember(line)
    if let historyFile { editor?.save(historyFile) }
  }
}

extension LineReader {
  /// Asks as `readLine`; a signal that tells the program to end ends it, as nobody is left to
  /// answer.
  package func ask(_ prompt: Prompt) async -> LineInput {
    let input = await readLine(prompt)
    if case .terminated(let signal) = input { TerminalOutput.endProcess(by: signal) }
    return input
  }
}
