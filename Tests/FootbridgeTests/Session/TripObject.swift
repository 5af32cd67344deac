import Foundation
import Testing

/// What `test --json` prints, held against what it has always been: every key, every kind of value,
/// and what has to follow from what.
enum TripObject {
  /// Expects so many such objects in what the program said: words may stand around them, on lines
  /// of their own.
  static func expect(_ count: Int = 1, in text: String) throws {
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("{") }
    #expect(lines.count == count, "no JSON in:\n\(text)")
    for line in lines { expect(try Look(json: String(line))) }
  }

  /// How many `test` with these arguments prints.
  static func count(_ arguments: [String]) -> Int {
    guard let place = arguments.firstIndex(of: "--count"), place + 1 < arguments.count else {
      return 1
    }
    return Int(arguments[place + 1]) ?? 1
  }

  private static func expect(_ trip: Look) {
    #expect(
      trip.keys == [
        "setup", "started", "verdict", "sent", "returned", "total_ms", "legs", "failed_leg",
        "cause", "candidates", "section", "fix", "warnings", "cost",
      ])
    #expect(trip["setup"].text != nil)
    #expect(
      trip["started"].text?.wholeMatch(
        of: /[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z/) != nil)
    for key in ["sent", "returned", "total_ms"] {
      #expect(trip[key].number != nil || trip[key].isNull, "\(key)")
    }
    for key in ["failed_leg", "cause", "section", "fix"] {
      #expect(trip[key].text != nil || trip[key].isNull, "\(key)")
    }
    for key in ["candidates", "warnings"] {
      #expect(trip[key].value is [String], "\(key)")
    }
    #expect(trip["cost"].keys == ["blynk_messages", "particle_operations", "requests"])
    #expect(trip["cost"].keys.allSatisfy { (trip["cost"][$0].number ?? -1) >= 0 })
    expectLegs(trip)
    expectVerdict(trip)
  }

  private static func expectLegs(_ trip: Look) {
    let legs = trip["legs"].list
    #expect(legs.map(\.["name"].text) == ["write", "call", "publish", "forward", "read"])
    for leg in legs {
      #expect(leg.keys == ["name", "status", "ms", "evidence"])
      #expect(["pass", "fail", "skipped", "unknown"].contains(leg["status"].text))
      #expect(leg["ms"].isNull || (leg["ms"].number ?? -1) >= 0)
      #expect(leg["evidence"].text != nil)
    }
  }

  private static func expectVerdict(_ trip: Look) {
    let statuses = trip["legs"].list.map(\.["status"].text)
    switch trip["verdict"].text {
    case "pass":
      // Half a trip skips the other half.
      #expect(statuses.allSatisfy { $0 == "pass" || $0 == "skipped" })
      #expect(statuses.count { $0 == "pass" } >= 3)
      #expect(trip["sent"].number != nil && trip["sent"].number == trip["returned"].number)
      #expect(trip["failed_leg"].isNull && trip["cause"].isNull && trip["fix"].isNull)
      // Six, three looks at a report that is still under way, and the device brought in line.
      #expect((trip["cost"]["requests"].number ?? 99) <= 11)
    case "fail":
      #expect(trip["failed_leg"].text != nil && trip["cause"].text != nil)
      let failed = trip["legs"].list.first { $0["status"].text == "fail" }
      #expect(failed?["name"].text == trip["failed_leg"].text)
    case "inconclusive": #expect(!statuses.allSatisfy { $0 == "pass" })
    default: Issue.record("verdict is \(trip["verdict"])")
    }
  }
}
