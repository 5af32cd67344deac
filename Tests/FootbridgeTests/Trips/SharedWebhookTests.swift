import Core
import Foundation
import Storage
import Testing
import Walkthrough

@testable import SetupFlow
@testable import Trips

/// Blynk's limit is the webhook's, which setups of one device share.
@Suite("Setups that share a webhook")
struct SharedWebhookTests {
  private let bench: SetupBench
  private let moment = Date(timeIntervalSince1970: 1_000)

  init() throws { bench = try SetupBench() }

  private func trip(of setup: String, at offset: TimeInterval, device: String? = nil) throws {
    if let device {
      let answered = WalkEvent.answered(question: "particle.device_id", answer: .plain(device))
      _ = try bench.setup.book.append(
        LoggedEvent.encode(answered), to: setup, at: moment + offset)
    }
    _ = try bench.setup.book.beginTrip(of: setup, at: moment + offset, webhookCalls: 2)
  }

  @Test("calls of every setup with the same device count, and no other's")
  func shared() throws {
    let device = try #require(bench.capabilities.clouds(of: bench.setup).bindings.deviceID)
    try trip(of: "demo", at: 0)
    try trip(of: "same", at: 5, device: device)
    try trip(of: "other", at: 10, device: "0123456789abcdef01234567")
    try trip(of: "none", at: 15)
    try trip(of: "demo", at: 20)
    try trip(of: "same", at: 90)
    let pace = try runner(limit: 7).pace(now: moment + 60)
    #expect(pace.recent.map { $0.timeIntervalSince(moment) } == [0, 0, 5, 5, 20, 20])
    #expect(pace.wait(for: 1, now: moment + 60) == nil)
    #expect(pace.wait(for: 2, now: moment + 60) == 5)
    #expect(try runner(limit: 0).pace(now: moment + 60).recent == [])
  }

  private func runner(limit: Int) -> TripRunner {
    var context = bench.capabilities.requestContext
    context.webhookCallsPerMinute = limit
    let terminal = bench.capabilities.terminal
    let capabilities = SetupCapabilities(requestContext: context, terminal: terminal)
    return TripRunner(
      clouds: capabilities.clouds(of: bench.setup), book: bench.setup.book, terminal: terminal)
  }
}
