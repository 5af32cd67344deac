import RoundTrip
import Yardstick

// A thousand trips on a hundred practice devices at once, all in this one process, clouds and
// devices too; then the time that a trip takes over the delays that were put into it.

let rounds = 10
let fleet = try await Fleet.open(devices: 100, seed: Storm.seed)
let size = "\(fleet.members.count) devices on \(fleet.clouds.count) accounts"
print("\(size): \(try Footprint.now().words)")

let clock = ContinuousClock()
let start = clock.now
var failures: [TripReport] = []
for round in 1...rounds {
  let reports = try await Crowd.each(fleet.members, atOnce: fleet.members.count) {
    await Fleet.trip(of: $0).run()
  }
  failures += reports.filter { $0.verdict != .pass }
  let seconds = (clock.now - start) / .seconds(1)
  print("\(round * fleet.members.count) trips, \(Int(seconds)) s: \(try Footprint.now().words)")
}
for report in failures { print(report.json) }
print("\(failures.count) of \(rounds * fleet.members.count) trips did not pass")
await fleet.stop()
print(try await Overhead.measure(trips: 200, seed: Storm.seed).words)
