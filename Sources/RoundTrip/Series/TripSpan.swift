/// A part of a trip whose own time can be known.
///
/// Call and publish are seen by one event, the device's, so only both together have a time.
package enum TripSpan: String, Sendable, CaseIterable {
  case write
  case callAndPublish = "call+publish"
  case forward, read
  /// From the write to the reading that proves the trip.
  case total

  /// The part in which a leg's time is.
  package init(_ leg: Leg) {
    switch leg {
    case .write: self = .write
    case .call, .publish: self = .callAndPublish
    case .forward: self = .forward
    case .read: self = .read
    }
  }

  /// Its legs, in order.
  package var legs: [Leg] {
    self == .total ? Leg.allCases : Leg.allCases.filter { TripSpan($0) == self }
  }

  /// The part that has to be over when this one begins; nil at the start.
  var previous: TripSpan? {
    switch self {
    case .write, .total: nil
    case .callAndPublish: .write
    case .forward: .callAndPublish
    case .read: .forward
    }
  }
}
