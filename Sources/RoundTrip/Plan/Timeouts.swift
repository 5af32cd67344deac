/// How long a trip waits for what; every wait there is.
package struct Timeouts: Sendable, Equatable {
  /// For the event stream to open.
  package var stream = Duration.seconds(10)
  /// For any sign of life on the open stream. Particle's own client gives it up after as long
  /// (particle:stream-idle).
  package var silence = Duration.seconds(15)
  /// For a report that may be on its way to Blynk when the trip begins: the pauses before each
  /// look.
  package var reports: [Duration] = [.milliseconds(500), .seconds(1), .seconds(2)]
  /// For the device's event, before the decisive facts are asked for.
  package var firstEvent = Duration.milliseconds(1500)
  /// For the device's event in all, from the write. A function call may take 20 s
  /// (particle:function-wait).
  package var event = Duration.seconds(25)
  /// An event that comes later than this is told as slow; until then Particle is not asked.
  package var slow = Duration.seconds(5)
  /// For the answer to the decisive questions.
  package var answer = Duration.seconds(30)
  /// For the event after a direct call of the function.
  package var directEvent = Duration.seconds(5)
  /// For the device's event under its right name, when it was heard under another.
  package var rightName = Duration.seconds(5)
  /// From the write to the restoring one, when the webhook calls of the minute before may have been
  /// used up: Blynk drops those over ten a minute without a word (blynk:webhook-rate), by its own
  /// clock, so that there is a margin.
  package var quota = Duration.seconds(65)
  /// For `hook-sent` or `hook-error`, before the integrations are looked at.
  package var firstHook = Duration.milliseconds(1500)
  /// For as many hooks as there are events up to ours, where others' events have hooks as well.
  package var turn = Duration.milliseconds(1500)
  /// For either in all; a hook has 20 s for its target (particle:hook-timeout).
  package var hook = Duration.seconds(25)
  /// The pauses before each reading of the echo; their number is the number of readings.
  package var readPauses: [Duration] = [
    .zero, .milliseconds(250), .milliseconds(500), .seconds(1), .seconds(2), .seconds(4),
  ]
  /// Least and most time to listen for an unasked second lap; two laps' length lies between.
  package var leastLoop = Duration.milliseconds(100)
  /// The most of it, however long the lap took.
  package var mostLoop = Duration.seconds(5)
  /// For the device to follow the write that puts the switch back: at least and at most; two laps'
  /// length lies between.
  package var settle = Duration.seconds(5)
  /// The most of it, however long the lap took.
  package var mostSettle = Duration.seconds(30)
  /// For a person to turn the switch: the pauses before each look at it.
  package var handPauses: [Duration] = [.seconds(10), .seconds(20), .seconds(30), .seconds(60)]
  /// Before that write is tried again, when Blynk could not be asked.
  package var restorePauses: [Duration] = [.milliseconds(250), .milliseconds(500), .seconds(1)]
  /// For all of that, when the trip was called off.
  package var restore = Duration.seconds(5)

  /// The waits of a live trip; each may be changed by itself.
  package init() {}
}
