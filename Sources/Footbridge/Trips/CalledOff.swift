import Ground

/// Trips were called off before one was through.
struct CalledOff: Explained {
  var problem: Problem {
    Problem(
      code: "interrupted", title: "Interrupted",
      attempt: "I was told to end before a trip was through.",
      next: "`footbridge test` begins anew.", outcome: .interrupted)
  }
}
