/// The calls of the device's function that we made ourselves, when something was late, and how
/// often it was called by the sketch's own count.
struct CallAnswers: Sendable {
  /// With the value sent.
  var direct: QueryResult<Int32> = .notAsked
  /// With the other value, so that something must change.
  var reverse: QueryResult<Int32> = .notAsked
  /// With the value from before, at the end.
  var putBack: QueryResult<Int32> = .notAsked

  /// The sketch's count before our calls.
  var count: QueryResult<CallCount> = .notAsked
  /// And after the restoring write.
  var countAgain: QueryResult<CallCount> = .notAsked
  /// What V17's stream is written with as it stands, to see whether the webhook is tied to it.
  var echoWrite: QueryResult<Bool> = .notAsked
  /// And after the write of V17.
  var countAtLast: QueryResult<CallCount> = .notAsked

  /// Our own between the first count and the second.
  var own: Int { reverse.value == nil ? 1 : 2 }

  /// How often the function was called between the two counts, in which the switch was written
  /// once.
  var forOneWrite: Int? {
    guard let first = count.value?.number, let second = countAgain.value?.number
    else { return nil }
    return second - first
  }

  /// The write of V17 called it.
  var followedEcho: Bool {
    guard let before = countAgain.value?.number, let now = countAtLast.value?.number
    else { return false }
    return now > before
  }
}

/// The sketch's own account of its function: how often it was called, and with what last.
struct CallCount: Sendable, Equatable {
  var calls: String
  var argument: String?

  /// Nil where the count is no number.
  var number: Int? { Int(calls) }
}
