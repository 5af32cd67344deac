import Core
import Foundation
import HTTP
import Testing

@testable import RoundTrip

@Suite("What a trip costs")
struct TripCostTests {
  @Test("a clean trip costs what the texts say, watched to its end or not, and as Blynk counts it")
  func clean() async throws {
    let bench = try await PracticeBench.open()
    await bench.clouds.settle()
    for settle in [Duration.seconds(5), .zero] {
      var timeouts = PracticeBench.timeouts
      timeouts.settle = settle
      let before = try await bench.blynkMessages()
      let report = await bench.trip(timeouts).run()
      await bench.clouds.settle()
      #expect(report.verdict == .pass && report.warnings.isEmpty, "\(report)")
      #expect(report.cost.blynkMessages == TripCost.clean.blynkMessages)
      #expect(report.cost.particleOperations == TripCost.clean.particleOperations)
      // The device reports the switch's way back in its own time.
      var spent = 0
      for _ in 0..<2000 where spent < TripCost.clean.blynkMessages {
        spent = try await bench.blynkMessages() - before
      }
      await bench.clouds.settle()
      #expect(try await bench.blynkMessages() - before == TripCost.clean.blynkMessages)
    }
    await bench.clouds.stop()
  }

  @Test("the guide and docs/usage.md tell that figure")
  func texts() throws {
    let house = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    func text(_ path: String) throws -> String {
      try String(contentsOf: house.appending(path: path), encoding: .utf8)
    }
    let cost = TripCost.clean
    #expect(
      try text("docs/usage.md").contains(
        "\(cost.blynkMessages) of the month's Blynk messages and \(cost.particleOperations) "
          + "Particle operations"))
    #expect(
      try text("Guides/particle-blynk/60-testing.md").contains(
        "costs \(cost.blynkMessages) of Blynk's messages"))
    #expect(
      try text("Guides/particle-blynk/de/60-testing.md").contains(
        "kostet \(cost.blynkMessages)\nNachrichten von Blynk"))
  }
}

extension PracticeBench {
  /// As the practice cloud has counted them.
  fileprivate func blynkMessages() async throws -> Int {
    let reply = try await transport.send(Request(.get, MaskedText(start.admin + "/state")))
    let object = try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any]
    let blynk = object?["blynk"] as? [String: Any]
    return try #require(blynk?["messages"] as? Int)
  }
}
