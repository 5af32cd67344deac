import HTTP
import PracticeClouds
import RoundTrip
import TestSupport

/// How much longer trips take than the delays that were put into their legs.
struct Overhead: Sendable {
  /// Of each trip, in milliseconds, in order.
  let milliseconds: [Double]

  /// So many devices take turns: each rests while the others' trips are made, as Device OS holds
  /// back events that come faster than one a second.
  private static let devices = 40

  static func measure(trips count: Int, seed: UInt64) async throws -> Overhead {
    let fleet = try await Fleet.open(devices: devices, seed: seed)
    var chance = Seeded(seed: seed)
    var overheads: [Double] = []
    for trip in 0..<count {
      var sum = Duration.zero
      for leg in PracticeLeg.allCases {
        let delay = Duration.milliseconds(Int.random(in: 0...20, using: &chance))
        fleet.clouds[0].faults.setLatency(leg, to: delay)
        sum += delay
      }
      let report = await Fleet.trip(of: fleet.members[trip % devices]).run()
      if let total = report.totalMs { overheads.append(total - sum / .milliseconds(1)) }
    }
    await fleet.stop()
    return Overhead(milliseconds: overheads.sorted())
  }

  var words: String {
    guard !milliseconds.isEmpty else { return "no trip passed" }
    func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
    let median = tenths(milliseconds[milliseconds.count / 2])
    let most = tenths(milliseconds[milliseconds.count * 99 / 100])
    return "\(milliseconds.count) trips: median \(median) ms over the delays, p99 \(most) ms"
  }
}
