import Ground

/// A trip was called off before it began, so there is nothing to put back.
struct CalledOff: Explained {
  var problem: Problem {
    Problem(
      code: "interrupted", title: "Interrupted",
      attempt: "I waited for the next trip's turn, and had turned nothing.",
      next: "`footbridge test` begins anew.", outcome: .interrupted)
  }
}
