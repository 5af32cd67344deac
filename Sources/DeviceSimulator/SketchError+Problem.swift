import Core

extension SketchError: Explained {
  /// The words for each of the facts.
  package var problem: Problem {
    switch self {
    case .noFreeCopy(let limit):
      Problem(
        code: "sketch-no-free-copy", title: "All practice devices are taken",
        attempt: "I was starting a practice device.",
        causes: "One process has room for \(Wording.count(limit, "practice device")) at once.",
        next: "Stop another one first, or start this one in a process of its own.",
        outcome: .couldNotAsk)
    case .noCompiler, .compileFailed, .compileTimedOut, .sketchUnfit: compilerProblem
    case .hostFailed(let act, let reason):
      Problem(
        code: "sketch-host-failed", title: "This machine would not run the sketch",
        attempt: "I was making a practice device of a sketch: \(act).", evidence: [reason],
        causes: "The folder for temporary files may be full, or may not hold programs.",
        next: "Make room there, or name another folder in TMPDIR.", outcome: .couldNotAsk)
    case .wrongPlatform(let made, let device):
      Problem(
        code: "sketch-wrong-platform", title: "This program is for another kind of board",
        attempt: "I was flashing a practice device.",
        evidence: ["made for platform \(made)", "the device is platform \(device)"],
        next: "Compile the sketch for platform \(device).", outcome: .badData)
    }
  }

  private var compilerProblem: Problem {
    var problem = Problem(
      code: "sketch-not-compiled", title: "The sketch does not compile",
      attempt: "I was compiling a sketch for the practice device.", next: "", outcome: .finding)
    switch self {
    case .compileFailed(let messages):
      problem.evidence = Phrase.verbatim(messages.split(separator: "\n").map(String.init))
      problem.next = "Mend the first of these lines, then compile again."
      if UnsupportedFeature.areAll(messages) {
        problem.title = "The practice device lacks what this sketch uses"
        problem.causes = "A real device may have it: the sketch need not be wrong."
        problem.next = "Try it without, or flash it to a real device."
      }
    case .compileTimedOut(let limit):
      problem.evidence = ["the compiler was still busy after \(limit.components.seconds) s"]
      problem.next = "Make the sketch smaller, or try again when the machine is less busy."
    case .sketchUnfit(let reason):
      problem.evidence = [reason]
      problem.next = "Give .ino or .cpp files, with the headers they need."
    case .noCompiler(let names):
      problem.title = "There is no C++ compiler here"
      problem.causes = "The practice device compiles sketches other than Footbridge's own."
      problem.next = "Install \(Wording.list(names)), or use the sketch from `footbridge firmware`."
      problem.outcome = .couldNotAsk
    default: break
    }
    return problem
  }
}
