import ParticleAPI

/// All that one attempt at a trip knows. It is filled by asking and listening, and judged
/// elsewhere.
struct TripFacts: Sendable {
  let plan: TripPlan

  // MARK: before
  var isBegun = false
  var streamIsOpen = false
  /// Why the stream did not open, or why it ended.
  var streamTrouble: Obstacle?
  var before: QueryResult<Reading> = .notAsked
  /// Pins that Blynk says it has no datastream for.
  var missingPins: [String] = []
  /// The region that knows the token, when this one does not.
  var region: QueryResult<String?> = .notAsked
  var aligning: QueryResult<Int32> = .notAsked

  // MARK: writing
  var sent: Int64?
  /// When the write was sent, since the trip began.
  var wroteAt: Duration?
  /// When its reply came.
  var writing: QueryResult<Duration> = .notAsked

  /// When the switch was seen to be turned by the person, with nothing heard of the device.
  var handSeenAt: Duration?

  // MARK: listening; all sightings are later than the write
  var sightings: [ObservedEvent] = []
  /// Events of our device before the write whose hook was not seen by then.
  var pendingHooks = 0
  /// The same, of all devices of the account.
  var pendingInAccount = 0
  private(set) var spent: Set<Wait> = []
  /// How many readings there were when a wait was over.
  private var readingsAt: [Wait: Int] = [:]
  var readings: [Reading] = []
  var readTrouble: Obstacle?

  // MARK: asking, when something is late
  /// What the switch shows after the write.
  var kept: QueryResult<Int64?> = .notAsked
  /// What it shows after it was written once more.
  var rewritten: QueryResult<Int64?> = .notAsked
  var ping: QueryResult<Bool> = .notAsked
  var device: QueryResult<Device> = .notAsked
  /// Of every place that may have one: those that fire on the event with all their fields, of the
  /// others what the list says.
  var integrations: QueryResult<IntegrationSurvey> = .notAsked
  var uplink: QueryResult<Bool> = .notAsked
  var direct: QueryResult<Int32> = .notAsked
  /// How many sightings there were before the direct call, the reverse call, the restoring write.
  var directMark: Int?
  var reverse: QueryResult<Int32> = .notAsked
  var reverseMark: Int?
  /// When the device was heard to come online, since the trip began.
  var onlineAt: Duration?
  /// How long it had been online when it was asked for, by Particle's own clock.
  var online: Duration?
  /// What V17's stream is written with as it stands, to see whether the webhook is tied to it.
  var echoWrite: QueryResult<Bool> = .notAsked
  var calls: QueryResult<CallCount> = .notAsked
  var callsAgain: QueryResult<CallCount> = .notAsked
  /// And after the write of V17.
  var callsAtLast: QueryResult<CallCount> = .notAsked

  // MARK: putting back
  var restoring: QueryResult<Bool> = .notAsked
  var restoreMark: Int?
  var putBack: QueryResult<Int32> = .notAsked
  var putBackMark: Int?
  /// How many there were before the echo's datastream was written once more, which may call too.
  var echoMark: Int?
  var isInterrupted = false
  /// Why this attempt follows another one; nil for the first.
  var again: RetryReason?

  var cost = TripCost()
  /// How often the switch was written: each may call Blynk's webhook.
  var switchWrites = 0

  init(_ plan: TripPlan) { self.plan = plan }

  /// Whether this attempt already follows another one.
  var isSecondAttempt: Bool { again != nil }

  /// A wait is over.
  mutating func spend(_ wait: Wait) {
    spent.insert(wait)
    readingsAt[wait] = readings.count
  }

  /// Whether Blynk was read after a wait was over.
  func hasRead(since wait: Wait) -> Bool { readings.count > readingsAt[wait, default: .max] }
}
