import Core
import Foundation
import Storage
import Testing
import Walkthrough

@testable import Footbridge

/// Blynk's limit is the webhook's, which setups of one device share.
@Suite("Setups that share a webhook")
struct SharedWebhookTests {
  private let bench: PlatformBench
  private let moment = Date(timeIntervalSince1970: 1_000)

  init() throws { bench = try PlatformBench(PlatformOrganization()) }

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
    let clouds = bench.capabilities.clouds(of: bench.setup)
    let device = try #require(clouds.bindings.deviceID)
    try trip(of: "demo", at: 0)
    try trip(of: "same", at: 5, device: device)
    try trip(of: "other", at: 10, device: "0123456789abcdef01234567")
    try trip(of: "none", at: 15)
    try trip(of: "demo", at: 20)
    try trip(of: "same", at: 90)
    let runner = TripRunner(clouds: clouds, terminal: bench.capabilities.requestContext.terminal)
    let calls = try runner.webhookCalls(since: moment, until: moment + 60)
    #expect(calls.map { $0.timeIntervalSince(moment) } == [0, 0, 5, 5, 20, 20])
  }
}
