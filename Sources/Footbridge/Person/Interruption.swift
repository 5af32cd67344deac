import Ground

/// The program was told to end.
struct Interruption: Explained {
  var problem: Problem {
    Problem(
      code: "interrupted", title: "Interrupted", next: "`footbridge` goes on from here.",
      outcome: .interrupted)
  }
}
