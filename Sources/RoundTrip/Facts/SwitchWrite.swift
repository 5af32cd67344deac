/// The write that sets the trip off, and what Blynk shows of it.
struct SwitchWrite: Sendable {
  private(set) var sent: Int64?
  /// When it was sent, since the trip began; of a person's turn, when it was first seen.
  private(set) var at: Duration?
  /// When its reply came.
  var answer: QueryResult<Duration> = .notAsked
  /// When the switch was seen to be turned by the person, with nothing heard of the device.
  var turnSeenAt: Duration?
  /// What the switch shows after the write.
  var kept: QueryResult<Int64?> = .notAsked
  /// What it shows after it was written once more.
  var rewritten: QueryResult<Int64?> = .notAsked
  /// How often the switch was written: each may call Blynk's webhook.
  var count = 0

  /// The value is sent now, or asked of a person, which has no time yet.
  mutating func send(_ value: Int64, at time: Duration? = nil) {
    sent = value
    at = time
  }

  /// A person turned the switch, or did not.
  mutating func turned(at time: Duration?, orElse obstacle: Obstacle) {
    at = time
    answer = time.map { .said($0) } ?? .failed(obstacle)
  }

  /// The value that the switch has when it is not the one sent.
  var other: Int64? { sent.map { 1 - $0 } }

  /// What the switch stood at when it was looked at, if that is not what Blynk took: it was cut, or
  /// somebody turned it.
  var foundAt: Int64? {
    guard let sent, case .said(let shown?) = kept, shown != sent else { return nil }
    return shown
  }

  /// What the switch stands at right after it was written once more; nil when Blynk keeps the
  /// value, or when nobody knows.
  var cutTo: Int64? {
    guard foundAt != nil, case .said(let shown?) = rewritten, shown != sent else { return nil }
    return shown
  }

  /// The write may have arrived: Blynk took it, or nobody knows.
  var mayHaveArrived: Bool {
    switch answer {
    case .notAsked: false
    case .said: true
    case .failed(let obstacle): obstacle.couldNotAsk
    }
  }

  /// Milliseconds from the write to then, to a tenth.
  func milliseconds(_ then: Duration) -> Double? {
    at.map { start in
      let parts = (then - start).components
      let tenths = parts.seconds * 10_000 + parts.attoseconds / 100_000_000_000_000
      return Double(tenths) / 10
    }
  }
}
