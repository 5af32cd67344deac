/// Which legs a trip has, and who sets it off.
package enum TripKind: String, Sendable, CaseIterable {
  /// All five legs, set off by a write through Blynk's API.
  case whole
  /// From the cloud to the device: over when the device's event is seen.
  case down
  /// From the device to the cloud: set off by a call of the function, without Blynk.
  case up
  /// All five legs, set off by the person, who turns the switch in Blynk. Whether a write through
  /// the API calls Blynk's webhook is not documented (blynk:webhook-by-https); a person's turn
  /// does.
  case byHand

  /// The legs that are tried; the device's event is the only witness of a call.
  package var legs: [Leg] {
    switch self {
    case .whole, .byHand: Leg.allCases
    case .down: [.write, .call, .publish]
    case .up: [.publish, .forward, .read]
    }
  }

  /// How many calls of Blynk's webhook a clean trip causes.
  package var webhookCalls: Int {
    switch self {
    case .whole, .down: 2
    case .up: 0
    case .byHand: 1
    }
  }
}
