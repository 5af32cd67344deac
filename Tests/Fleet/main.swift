import Core
import PracticeClouds
import RoundTrip
import TestSupport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// A thousand trips on a hundred practice devices at once, all in this one process, clouds and
// devices too; then the time that a trip takes over the delays that were put into it.
// Built as the program is: the Swift runtime linked in, and no more of Foundation than it has.
// Other numbers than 100 devices, 10 rounds and 200 trips alone are given as arguments.

/// Says a line at once, into a pipe too.
func say(_ line: String) {
  let text = Array("\(line)\n".utf8)
  _ = write(STDERR_FILENO, text, text.count)
}

let given = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let (devices, rounds, alone) =
  given.count == 3 ? (given[0], given[1], given[2]) : (100, 10, 200)

/// How long it is since then.
func since(_ start: ContinuousClock.Instant) -> String {
  let tenths = Int((start.duration(to: .now) / .milliseconds(100)).rounded())
  return "\(tenths / 10).\(tenths % 10) s"
}

let opening = ContinuousClock.now
let fleet = try await Fleet.open(devices: devices, seed: Storm.seed)
let accounts = Wording.count(fleet.clouds.count, "account")
let size: Phrase = "\(Wording.count(devices, "device")) on \(accounts)"
say("\(size.english), \(since(opening)): \(try Footprint.now().words)")

let start = ContinuousClock.now
var failures: [TripReport] = []
var requests: [Int: Int] = [:]
for round in 1...rounds {
  let reports = try await Crowd.each(fleet.members, atOnce: devices) {
    await Fleet.trip(of: $0).run()
  }
  failures += reports.filter { $0.verdict != .pass }
  for report in reports { requests[report.cost.requests, default: 0] += 1 }
  say("\(round * devices) trips, \(since(start)): \(try Footprint.now().words)")
}
for report in failures.prefix(5) { say(report.json) }
say("\(failures.count) of \(rounds * devices) trips did not pass")
let counts = requests.sorted { $0.key < $1.key }.map { "\($0.value) with \($0.key)" }
say("requests: \(counts.joined(separator: ", "))")
await fleet.stop()
say(try await Overhead.measure(trips: alone, seed: Storm.seed).words)
