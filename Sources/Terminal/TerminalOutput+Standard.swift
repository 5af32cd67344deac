import Localization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension TerminalOutput {
  /// Readies the process for a console, before anything else is opened: a closed standard
  /// descriptor becomes /dev/null, and a reader that goes away (SIGPIPE) or a file that may not
  /// grow (SIGXFSZ) is an error to handle, not the end.
  package static func prepareProcess() {
    LineEditor.holdStandardDescriptors()
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Ends the process by the signal that told it to end, so that its parent learns the truth.
  package static func endProcess(by number: Int32) -> Never {
    LineEditor.giveBackTerminal()
    signal(number, SIG_DFL)
    // The threads of tasks have all signals blocked, and would live on.
    var chosen = sigset_t()
    sigemptyset(&chosen)
    sigaddset(&chosen, number)
    pthread_sigmask(SIG_UNBLOCK, &chosen, nil)
    raise(number)
    endProcess(with: 128 + number)
  }

  /// Ends the process at once, the terminal as it was before it was made quiet. libcurl's thread
  /// may still put its things away, so no exit handler of a library may take them away.
  package static func endProcess(with code: Int32) -> Never { LineEditor.endProcess(with: code) }

  /// The terminal of this process.
  ///
  /// - Parameters:
  ///   - plain: whether `--plain` was given.
  ///   - words: where words go; `.error` under `--json`.
  ///   - catalog: what the person reads.
  ///   - output: in place of the standard output, such as a `LineReader`'s sink, which keeps a
  ///     half-typed line whole.
  package static func standard(
    environment: [String: String], plain: Bool, words: OutputStream = .output,
    catalog: PhraseCatalog = .english, clock: any Clock<Duration> = ContinuousClock(),
    output: OutputSink = .descriptor(STDOUT_FILENO)
  ) -> TerminalOutput {
    TerminalOutput(output: output, error: .descriptor(STDERR_FILENO), words: words, clock: clock) {
      TerminalTraits.standard(
        environment: environment, plain: plain, stream: $0, catalog: catalog)
    }
  }
}

extension TerminalTraits {
  /// The traits of this process's own streams, the window's size as it is now.
  package static func standard(
    environment: [String: String], plain: Bool, stream: OutputStream = .output,
    catalog: PhraseCatalog = .english
  ) -> TerminalTraits {
    TerminalTraits(
      environment: environment,
      terminals: StandardTerminals(
        input: isatty(STDIN_FILENO) == 1, output: isatty(STDOUT_FILENO) == 1,
        error: isatty(STDERR_FILENO) == 1),
      stream: stream, plain: plain,
      window: WindowSize(of: stream == .output ? STDOUT_FILENO : STDERR_FILENO),
      catalog: catalog)
  }
}
