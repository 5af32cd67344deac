import Core
import Synchronization

/// One page out: everything a person reads goes through here, each page written whole.
///
/// Words go to the output, or to the error stream when the output holds data for programs.
package final class TerminalOutput: Sendable {
  private struct State {
    /// The progress that stands on the screen, to be taken away before anything is written: a line,
    /// or a page without its last line's end.
    var progress: String?
    /// What is waited for, the innermost last: only that one is shown.
    var waits: [Progress] = []
    var failure: OutputFailure?
    /// Whether the last thing written was a page, which the next one keeps a blank line from.
    var spoke = false
  }

  private let output: OutputSink
  private let error: OutputSink
  private let words: OutputStream
  private let traitsOf: @Sendable (OutputStream) -> TerminalTraits
  let clock: any Clock<Duration>
  private let state = Mutex(State())

  /// - Parameters:
  ///   - words: where words go; `.error` when the output holds only data.
  ///   - traits: read anew for each page, so that a resized window counts.
  ///   - clock: measures how long work takes before its progress is shown.
  package init(
    output: OutputSink, error: OutputSink, words: OutputStream = .output,
    clock: any Clock<Duration>,
    traits: @escaping @Sendable (OutputStream) -> TerminalTraits
  ) {
    self.output = output
    self.error = error
    self.words = words
    self.clock = clock
    traitsOf = traits
  }

  /// The traits of the stream that words go to, as they are now.
  package var traits: TerminalTraits { traitsOf(words) }

  /// Why output was lost, if any was; a program ends with a finding then, or quietly if the reader
  /// has gone.
  package var failure: OutputFailure? { state.withLock { $0.failure } }

  /// Says prose.
  package func say(_ prose: Prose) { tell { $0.page(prose) } }

  /// Says a line as it stands; one that is wider than the page is filled anew.
  package func say(_ line: Phrase, _ style: TextStyle = []) { tell { $0.line(line, style) } }

  /// Says a line with words at both its ends.
  package func say(_ left: Phrase, right: Phrase) { tell { $0.line(left, right: right) } }

  /// A blank line.
  package func pause() { tell { _ in "\n" } }

  /// Shows rows and columns.
  package func table(_ table: TableView) { tell { $0.table(table) } }

  /// Shows a problem as a page of its own.
  ///
  /// - Parameter stream: where to; nil is where words go.
  package func show(_ problem: Problem, place: Phrase? = nil, on stream: OutputStream? = nil) {
    let stream = stream ?? words
    let page = PageRenderer(traits: traitsOf(stream)).problem(problem, place: place)
    write(page, to: stream, apart: true)
  }

  /// Writes data for programs to the output, byte for byte.
  package func data(_ text: String) { write(text, to: .output, apart: false) }

  /// Writes a page that is laid out already, to where words go.
  func write(_ page: String) { write(page, to: words, apart: false) }

  private func tell(_ page: (PageRenderer) -> String) {
    write(page(PageRenderer(traits: traits)))
  }

  private func write(_ text: String, to stream: OutputStream, apart: Bool) {
    guard !text.isEmpty else { return }
    state.withLock { state in
      let page = (apart && state.spoke ? "\n" : "") + text
      state.spoke = !text.hasSuffix("\n\n") && text != "\n"
      guard let progress = state.progress else { return send(page, to: stream, &state) }
      let erase = TerminalOutput.erase(progress)
      if stream == words { return send(erase + page + progress, to: words, &state) }
      send(erase, to: words, &state)
      send(page, to: stream, &state)
      send(progress, to: words, &state)
    }
  }

  /// Back to the first line's start, and the line away, or all lines from there.
  private static func erase(_ progress: String) -> String {
    let rows = progress.count { $0 == "\n" }
    return rows == 0 ? "\r\u{1B}[K" : "\r\u{1B}[\(rows)A\u{1B}[J"
  }

  private func send(_ text: String, to stream: OutputStream, _ state: inout State) {
    let failure = (stream == .output ? output : error).write(text)
    if let failure, state.failure == nil { state.failure = failure }
  }
}

extension TerminalOutput {
  func begin(_ wait: Progress) { state.withLock { $0.waits.append(wait) } }

  func end(_ wait: Progress) { state.withLock { $0.waits.removeAll { $0 === wait } } }

  func isInnermost(_ wait: Progress) -> Bool { state.withLock { $0.waits.last === wait } }

  /// Draws the progress anew; nil takes it away. Only for a terminal that redraws.
  func redrawProgress(_ text: String?) {
    state.withLock { state in
      guard state.progress != text else { return }
      let erase = state.progress.map(TerminalOutput.erase) ?? ""
      state.progress = text
      send(erase + (text ?? ""), to: words, &state)
    }
  }
}
