import CEditLine
import Core

/// The C line reader in Swift words, and the only place that calls it.
///
/// Unchecked: the pointer never changes; the C side lets one read run at a time under its own lock,
/// `wake` is made for other threads, `giveBackTerminal` for the end of the process, and the rest is
/// called on the reader's queue only.
final class LineEditor: @unchecked Sendable {
  enum Mode: Sendable { case edited, hidden, plain, hiddenPlain }

  /// What a read calls back, on its own thread.
  final class Listener: Sendable {
    let complete: @Sendable (_ line: String, _ cursor: Int) -> Void
    /// True ends the read.
    let woken: @Sendable () -> Bool

    init(
      complete: @escaping @Sendable (String, Int) -> Void, woken: @escaping @Sendable () -> Bool
    ) {
      self.complete = complete
      self.woken = woken
    }
  }

  private let edit: OpaquePointer

  /// Nil when the system has no memory or no descriptor left.
  init?(input: Int32, output: Int32, lineLimitBytes: Int, historyLimitLines: Int32) {
    guard let made = fb_edit_make(input, output, lineLimitBytes, historyLimitLines) else {
      return nil
    }
    edit = made
  }

  deinit { fb_edit_free(edit) }

  /// Opens /dev/null on each of the descriptors 0, 1 and 2 that is closed, so that no file opened
  /// later is taken for the keyboard or the screen. The output only to be read: what is written to
  /// a closed output is lost, and that is to be noticed.
  static func holdStandardDescriptors() { fb_hold_standard_descriptors() }

  /// Blocks until a line is there.
  func read(prompt: String, mode: Mode, listener: Listener) -> LineInput {
    var callbacks = fb_callbacks(
      complete: { context, line, cursor in
        LineEditor.listener(context)?.hear(line, cursorBytes: cursor)
      },
      woken: { LineEditor.listener($0)?.woken() ?? false },
      context: Unmanaged.passUnretained(listener).toOpaque())
    return withExtendedLifetime(listener) {
      input(from: fb_edit_read(edit, prompt, mode.code, &callbacks))
    }
  }

  private static func listener(_ context: UnsafeMutableRawPointer?) -> Listener? {
    context.map { Unmanaged<Listener>.fromOpaque($0).takeUnretainedValue() }
  }

  private func input(from outcome: fb_outcome) -> LineInput {
    switch outcome {
    case FB_LINE:
      defer { fb_edit_forget(edit) }
      return .line(String(cString: fb_edit_text(edit)))
    case FB_CONCEALED_LINE:
      defer { fb_edit_forget(edit) }
      return .secret(Secret(String(cString: fb_edit_text(edit)), name: "typed.hidden"))
    case FB_INTERRUPT, FB_WAKE: return .interrupted
    case FB_TERMINATED: return .terminated(signal: fb_edit_signal(edit))
    // A keyboard that fails has no more to say than one that ended.
    default: return .end
    }
  }

  /// Nothing that is typed between reads is shown from now on, until `unquiet` or the end of the
  /// program.
  func quiet() { fb_edit_quiet(edit) }
  func unquiet() { fb_edit_unquiet(edit) }

  /// The terminal as it was before it was made quiet, for a process that ends now.
  static func giveBackTerminal() { fb_give_back() }

  /// Ends the process, and runs no exit handler.
  static func endProcess(with code: Int32) -> Never { fb_end_process(code) }

  /// Drops the empty lines that were typed while nothing was asked.
  func dropEnters() { fb_edit_drop_enters(edit) }

  func wake() { fb_edit_wake(edit) }

  // MARK: within a callback

  func replace(delete scalars: Int, insert: String) { fb_edit_replace(edit, scalars, insert) }
  func show(_ text: String, belowTyped: Bool) { fb_edit_above(edit, text, belowTyped) }
  func beep() { fb_edit_beep(edit) }

  // MARK: history

  func load(_ path: String) { _ = fb_edit_load(edit, path) }
  func save(_ path: String) { _ = fb_edit_save(edit, path) }
  func remember(_ line: String) { fb_edit_remember(edit, line) }
}

/// Signals as bytes in a pipe.
enum WatchedSignals {
  /// Where their numbers come; -1 when there are no descriptors left.
  static var pipe: Int32 { fb_watched_signals() }

  /// False for a hang-up that was ignored from the start on purpose, and without a pipe.
  static func begin(_ number: Int32) -> Bool { fb_watch_signal(number) }
  static func end(_ number: Int32) { fb_unwatch_signal(number) }
}

extension LineEditor.Mode {
  fileprivate var code: fb_mode {
    switch self {
    case .edited: FB_EDITED
    case .hidden: FB_HIDDEN
    case .plain: FB_PLAIN
    case .hiddenPlain: FB_HIDDEN_PLAIN
    }
  }
}

extension LineEditor.Listener {
  fileprivate func hear(_ line: UnsafePointer<CChar>?, cursorBytes: Int) {
    guard let line else { return }
    let text = String(cString: line)
    complete(text, String(decoding: text.utf8.prefix(cursorBytes), as: UTF8.self).count)
  }
}
