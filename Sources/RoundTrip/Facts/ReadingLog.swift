/// What Blynk showed after the write, reading by reading, and which waits were over by then.
struct ReadingLog: Sendable {
  private(set) var all: [Reading] = []
  /// Why Blynk could not be read any more.
  var trouble: Obstacle?
  private(set) var spent: Set<TripWait> = []
  /// How many readings there were when a wait was over.
  private var counts: [TripWait: Int] = [:]

  init(_ readings: [Reading] = []) { all = readings }

  mutating func append(_ reading: Reading) { all.append(reading) }

  /// A wait is over.
  mutating func spend(_ wait: TripWait) {
    spent.insert(wait)
    counts[wait] = all.count
  }

  /// Whether Blynk was read after a wait was over.
  func hasRead(since wait: TripWait) -> Bool { all.count > counts[wait, default: .max] }

  /// The readings since the hook was seen; without a hook all of them.
  func count(since hook: ObservedEvent?) -> Int {
    guard let hook else { return all.count }
    return all.count { $0.at >= hook.at }
  }
}
