import Core

/// The program was told to end.
struct InterruptedError: Explained {
  var problem: Problem {
    Problem(
      code: "interrupted", title: "Interrupted", next: "`footbridge` goes on from here.",
      outcome: .interrupted)
  }
}
