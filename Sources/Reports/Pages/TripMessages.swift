import Core
import RoundTrip

/// What a trip is doing, in words for the person who waits. The legs are told in their order, in
/// whatever order they are seen.
package struct TripMessages {
  private var seen: Set<Leg> = []

  /// Before the first trip.
  package init() {
  }

  /// The sentence, without its stop, for what is done now.
  package mutating func words(_ progress: TripProgress) -> Phrase {
    switch progress {
    case .ready: return "Both clouds answer"
    case .sent(let value):
      seen = []
      return "V16 is set to \(value); waiting for the device"
    case .turn(let value):
      seen = []
      return "Turn V16 to \(value) in Blynk now, in the app or on the dashboard"
    case .seen(let leg, _):
      seen.insert(leg)
      // An event that was on its way before is of another value.
      let first = Leg.allCases.prefix { seen.contains($0) }
      if first.isEmpty { return "Something of it is seen; waiting for the rest" }
      return "Seen: \(Wording.list(first.map(\.rawValue), "and"))"
    case .asking(let question): return "Asking \(question)"
    case .lingering: return "All five legs are proven; listening for a second lap"
    case .restored: return "The switch stands as found"
    case .again: return "The device was out of step; once more"
    }
  }
}
