import Ground

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Terminal {
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
    exit(128 + number)
  }

  /// The terminal of this process.
  ///
  /// - Parameters:
  ///   - plain: whether `--plain` was given.
  ///   - words: where words go; `.error` under `--json`.
  ///   - catalogue: what the person reads.
  ///   - output: in place of the standard output, such as a `LineReader`'s sink, which keeps a
  ///     half-typed line whole.
  package static func standard(
    environment: [String: String], plain: Bool, words: OutputStream = .output,
    catalogue: Catalogue = .english, clock: any Clock<Duration> = ContinuousClock(),
    output: Sink = .descriptor(STDOUT_FILENO)
  ) -> Terminal {
    Terminal(output: output, error: .descriptor(STDERR_FILENO), words: words, clock: clock) {
      TerminalTraits.standard(
        environment: environment, plain: plain, stream: $0, catalogue: catalogue)
    }
  }
}

extension TerminalTraits {
  /// The traits of this process's own streams, the window's size as it is now.
  package static func standard(
    environment: [String: String], plain: Bool, stream: OutputStream = .output,
    catalogue: Catalogue = .english
  ) -> TerminalTraits {
    TerminalTraits(
      environment: environment,
      terminals: StandardTerminals(
        input: isatty(STDIN_FILENO) == 1, output: isatty(STDOUT_FILENO) == 1,
        error: isatty(STDERR_FILENO) == 1),
      stream: stream, plain: plain,
      window: WindowSize(of: stream == .output ? STDOUT_FILENO : STDERR_FILENO),
      catalogue: catalogue)
  }
}
