import Core

/// The program was told to end.
package struct InterruptedError: Explained {
  /// It says the same of everything.
  package init() {}

  /// The page for a walk that goes on later.
  package var problem: Problem {
    Problem(
      code: "interrupted", title: "Interrupted", next: "`footbridge` goes on from here.",
      outcome: .interrupted)
  }
}
