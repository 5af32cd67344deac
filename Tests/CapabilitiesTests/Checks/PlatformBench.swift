import BlynkAPI
import Core
import Foundation
import Walkthrough

@testable import Capabilities

/// A setup with a client of Blynk's Platform API, and the clouds as a check sees them.
struct PlatformBench {
  private let organization: PlatformOrganization
  private var answers: [String: Answer] = [
    "particle.device_id": .plain("e00fce68aabbccddeeff0011"),
    "particle.device_name": .plain("bench-boron"),
    "blynk.template_name": .plain("ParticleDeviceIntegration"),
  ]
  /// What happened in the setup so far.
  var events: [WalkEvent] = []

  /// - Parameter client: whether the setup has a client.
  init(_ organization: PlatformOrganization, client: Bool = true) {
    self.organization = organization
    guard client else { return }
    keep("blynk.client_id", "oa2-client-id_zmNtW-D0Toqpz4AZnBLCIlklBrz9ynU-")
    keep("blynk.client_secret", secret: PlatformOrganization.secret)
  }

  mutating func keep(_ question: String, _ text: String) { answers[question] = .plain(text) }

  mutating func keep(_ question: String, secret: String) {
    answers[question] = .secret(Secret(secret, name: question))
  }

  var clouds: Clouds {
    let bindings = Bindings(
      answers: answers, secretsFile: "secrets.json", particleURL: nil,
      blynkURL: "https://fra1.blynk.cloud")
    return Clouds(
      setup: "demo", bindings: bindings, console: nil,
      requestContext: RequestContext(
        environment: [:], particleURL: nil, blynkURL: "https://fra1.blynk.cloud",
        timeout: .seconds(1), transport: organization.transport, progress: Silence(),
        now: { Date(timeIntervalSince1970: 0) }, clock: ContinuousClock(), webhookCallsPerMinute: 0),
      scrubber: Scrubber(bindings.secrets),
      device: DeviceAccess(take: { nil }, putBack: {}, ledger: { _ in .none }),
      events: { [events] in events },
      roundTrip: { _ in Observation(evidence: "no trip is made here") }, wasFlashed: false)
  }

  /// What a check saw; its problem's code and evidence when it saw something else.
  func check(_ name: String) async -> (seen: Observation?, code: String?, evidence: [String]) {
    guard let check = CapabilityTable.check(name)?.check else { return (nil, "no such check", []) }
    do { return (try await check(clouds), nil, []) } catch {
      let problem = (error as? any Explained)?.problem
      return (nil, problem?.code ?? "\(error)", (problem?.evidence ?? []).map(\.english))
    }
  }

  struct NoSuchAct: Error {}

  func perform(_ name: String) async throws -> ActionResult {
    guard case .act(let act, _)? = CapabilityTable.act(name)?.work else { throw NoSuchAct() }
    return try await act(clouds)
  }

  func preview(_ name: String) async throws -> ActionPreview? {
    guard case .act(_, let preview?)? = CapabilityTable.act(name)?.work else { throw NoSuchAct() }
    return try await preview(clouds)
  }

  /// Whether the setup has what a check or an act takes.
  func reaches(_ capability: Capability?) -> Bool {
    capability?.isWithinReach(
      isPractice: false, hasPlatformClient: clouds.bindings.hasPlatformClient) == true
  }
}

/// Nobody hears how the work goes on.
private struct Silence: ProgressReporter {
  func report(_ line: Phrase) {}

  func warn(_ line: Phrase) {}

  func show<Value>(
    _ words: Phrase,
    during work: (_ tell: @escaping @Sendable (Phrase) -> Void) async throws -> Value
  ) async throws -> Value {
    try await work { _ in }
  }
}
