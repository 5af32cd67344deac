import ArgumentParser
import Capabilities
import Core
import RoundTrip
import Trips

/// How many trips `test` makes, how often, and how long they may take.
struct TripOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many trips to make, one after the other.", valueName: "n"))
  var count: Int?

  @Option(
    help: ArgumentHelp(
      "Seconds from the start of one trip to the start of the next; without it the next one "
        + "begins at once.", valueName: "s"))
  var interval: Double?

  @Flag(
    help: ArgumentHelp(
      "Trip after trip until Ctrl-C: a page on a terminal, else a line for each change. Without "
        + "--interval one every five minutes; each costs \(TripCost.clean.blynkMessages) Blynk "
        + "messages."))
  var watch = false

  @Option(
    help: ArgumentHelp(
      "Only half of the trip: down, from the cloud to the device (write, call, publish), or up, "
        + "from the device to the cloud (publish, forward, read), set off by a call of the "
        + "function, without Blynk's webhook.", valueName: "half"),
    completion: .list(["down", "up"]))
  var legs: String?

  @Flag(
    help: ArgumentHelp(
      "You turn the switch when I say so, in the app or on the dashboard, and I do not touch it: "
        + "for accounts where a write through Blynk's API does not call the webhook."))
  var byHand = false

  @Option(
    help: ArgumentHelp(
      "A trip that takes longer is a finding: a time such as 3s or 500ms.", valueName: "time"))
  var maxTotal: String?

  @Option(
    help: ArgumentHelp(
      "The same for one leg by itself, such as forward=1s; may be given for several legs. Call "
        + "and publish are seen by one event, so either stands for both.", valueName: "leg=time"),
    completion: .list(Leg.allCases.map { $0.rawValue + "=" }))
  var maxLeg: [String] = []

  @Option(
    help: ArgumentHelp(
      "Webhook calls a minute that your Blynk plan allows; 0 is no limit.", valueName: "n"))
  var webhookLimit: Int = RequestContext.usualWebhookCallsPerMinute

  mutating func validate() throws {
    if let count, !(1...TripSchedule.mostTrips).contains(count) {
      throw ValidationError.saying(
        "--count takes a number of trips from 1 to \(TripSchedule.mostTrips).")
    }
    let longest = TripSchedule.longestInterval / .seconds(1)
    if let interval, !(0...longest).contains(interval) {
      throw ValidationError.saying("--interval takes seconds from 0 to \(Int(longest)).")
    }
    if watch, count != nil {
      throw ValidationError.saying(
        "--watch goes on until Ctrl-C, --count ends: give one of the two.")
    }
    if interval != nil, count == nil, !watch {
      throw ValidationError.saying("--interval is between trips: give --count or --watch too.")
    }
    guard (0...TripSchedule.mostTrips).contains(webhookLimit) else {
      throw ValidationError.saying("--webhook-limit takes webhook calls a minute; 0 is no limit.")
    }
    if byHand, watch || legs != nil {
      throw ValidationError.saying(
        "--by-hand makes whole trips, one at a time: leave out the other.")
    }
    _ = try kind()
    _ = try limits()
  }

  func kind() throws -> TripKind {
    switch legs {
    case nil: return byHand ? .byHand : .whole
    case "down": return .down
    case "up": return .up
    default:
      throw ValidationError.saying(
        "--legs takes down (cloud to device) or up (device to cloud); without it all five are "
          + "tried.")
    }
  }

  var schedule: TripSchedule {
    let usual = watch ? TripSchedule.watchInterval : .zero
    return TripSchedule(
      count: watch ? nil : count ?? 1,
      interval: interval.map { .milliseconds(Int($0 * 1_000)) } ?? usual)
  }

  /// Whether the words are of many trips together.
  var isSeries: Bool { schedule.count != 1 }

  func limits() throws -> TripLimits {
    var limits = TripLimits()
    if let maxTotal {
      guard let total = TimeText.duration(maxTotal) else {
        throw ValidationError.saying(
          "--max-total takes a time such as 3s or 500ms; \(maxTotal) is none.")
      }
      limits.total = total
    }
    for text in maxLeg {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let leg = Leg(rawValue: parts[0]),
        let limit = TimeText.duration(parts[1])
      else {
        let legs = Leg.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError.saying(
          "--max-leg takes a leg and a time such as forward=1s; the legs are \(legs).")
      }
      limits.legs[leg] = limit
    }
    return limits
  }
}
