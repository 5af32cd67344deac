import BlynkAPI
import Core
import HTTP
import PracticeClouds
import Testing

@testable import RoundTrip

@Suite("Halves of a trip, and a switch that a person turns")
struct TripKindTests {
  private func report(
    _ kind: TripKind, _ bench: PracticeBench,
    _ tell: @escaping @Sendable (TripProgress) -> Void = { _ in }
  ) async -> TripReport {
    await bench.trip(kind: kind).run(tell)
  }

  @Test("each half passes by itself, says what it left out, and leaves all as it was")
  func halves() async throws {
    let bench = try await PracticeBench.open()
    let down = await report(.down, bench)
    #expect(down.verdict == .pass && down.sent == 1 && down.returned == 1, "\(down)")
    #expect(down.legs.map(\.status) == [.pass, .pass, .pass, .skipped, .skipped])
    let up = await report(.up, bench)
    #expect(up.verdict == .pass && up.sent == 1 && up.returned == 1, "\(up)")
    #expect(up.legs.map(\.status) == [.skipped, .skipped, .pass, .pass, .pass])
    #expect(up.webhookCalls == 0 && down.webhookCalls == 2)
    for pin in [Pin(16), Pin(17)] {
      #expect(try await bench.blynk.value(pin)?.integer == 0, "\(pin)")
    }
    await bench.clouds.stop()
  }

  /// A fault, and what each half says of it: nil passes.
  static let broken: [(String, down: Cause?, up: Cause?)] = [
    ("webhook-disabled", .webhookNotFiring, nil),
    ("integration-missing", nil, .integrationMissing),
    ("event-not-published", .eventNotPublished, .eventNotPublished),
    ("event-wrong-name", .eventWrongName, .eventWrongName),
    ("payload-truncated", .payloadTruncated, .payloadTruncated),
    ("function-refused", .functionRefused, .functionRefused),
    ("function-missing", .functionMissing, .functionMissing),
    ("echo-missing", nil, .echoMissing),
  ]

  @Test("a fault fails the half that it is in, and not the other", arguments: broken)
  func faults(fault: String, down: Cause?, up: Cause?) async throws {
    for (kind, cause) in [(TripKind.down, down), (.up, up)] {
      let bench = try await PracticeBench.open([fault])
      let report = await report(kind, bench)
      #expect(report.cause == cause, "\(kind): \(report)")
      #expect(report.verdict == (cause == nil ? .pass : .fail), "\(kind): \(report)")
      #expect(report.failedLeg.map { kind.legs.contains($0) } != false, "\(kind): \(report)")
      #expect(try await bench.blynk.value(Pin(16))?.integer == 0)
      await bench.clouds.stop()
    }
  }

  @Test("where writes through the API call no webhook, the person's turn tells")
  func byHand() async throws {
    let bench = try await PracticeBench.open { $0.blynk.httpsWritesFireWebhooks = false }
    let whole = await report(.whole, bench)
    #expect(whole.cause == .webhookNotFiring, "\(whole)")
    let byHand = await report(.byHand, bench) { progress in
      guard case .turn(let value) = progress else { return }
      Task { try await bench.flip(value) }
    }
    #expect(byHand.verdict == .pass, "\(byHand)")
    #expect(byHand.legs[0].ms == nil && byHand.totalMs == nil && byHand.legs[4].ms != nil)
    #expect(byHand.warnings.contains("by-hand: V16 stands at 1, as you turned it."), "\(byHand)")
    #expect(try await bench.blynk.value(Pin(16))?.integer == 1)
    await bench.clouds.stop()
  }

  @Test("a switch that nobody turns says nothing of the clouds")
  func untouched() async throws {
    let bench = try await PracticeBench.open()
    let report = await report(.byHand, bench)
    #expect(report.verdict == .inconclusive && report.failedLeg == nil, "\(report)")
    #expect(report.legs[0].evidence.english.hasPrefix("Nobody turned V16"))
    #expect(report.legs[0].status == .unknown)
    await bench.clouds.stop()
  }

  @Test("a person's turn that does not reach the device is a webhook's fault")
  func turned() async throws {
    let bench = try await PracticeBench.open(["webhook-disabled"])
    let report = await report(.byHand, bench) { progress in
      guard case .turn(let value) = progress else { return }
      Task { try await bench.flip(value) }
    }
    #expect(report.failedLeg == .call && report.cause == .webhookNotFiring, "\(report)")
    await bench.clouds.stop()
  }
}
