import Core

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension OutputFailure: Explained {
  /// One page for all cases, with the system's own words as its evidence.
  package var problem: Problem {
    Problem(
      code: "output-failed", title: "The output could not be written",
      attempt: "I was writing to the standard output.", evidence: [evidence],
      next: "Make room, or send the output elsewhere, and run the same command again.",
      outcome: .couldNotAsk)
  }

  private var evidence: Phrase {
    switch self {
    case .readerGone: "the program that read it has closed it"
    case .refused(let number): Phrase(verbatim: String(cString: strerror(number)))
    case .stalled(let milliseconds): "nothing was taken for \(milliseconds / 1_000) s"
    }
  }
}
