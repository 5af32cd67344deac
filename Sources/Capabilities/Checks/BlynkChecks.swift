import BlynkAPI
import Core
import HTTP
import RoundTrip

/// What can be seen of a setup in the Blynk cloud, through the device's own API.
package enum BlynkChecks {
  static let all: [Capability] = [
    .init("blynk.server-answers", .check(serverAnswers)),
    .init("blynk.token-works", .check(tokenWorks)),
    .init("blynk.datastreams-right", .check(datastreamsRight)),
  ]

  /// The AuthToken is not there yet, so any token is asked about: an answer of Blynk's kind, even
  /// "Invalid token.", shows that the server is one of Blynk's.
  static let serverAnswers: Capability.Check = { clouds in
    let url = try clouds.needed(clouds.bindings.blynkURL, "blynk.server")
    let nobody = Secret(String(repeating: "0", count: 32), name: "no-token")
    let cloud = BlynkCloud(
      url: url, token: nobody, transport: clouds.requestContext.transport,
      timeout: clouds.requestContext.timeout)
    do { _ = try await cloud.isHardwareConnected() } catch BlynkError.badToken {
    } catch BlynkError.wrongRegion {}
    return .init(evidence: "\(clouds.bindings.blynkHost ?? url) answers as Blynk does.")
  }

  static let tokenWorks: Capability.Check = { clouds in
    let cloud = try clouds.blynk()
    do {
      _ = try await cloud.isHardwareConnected()
      // Told by the way; that Blynk does not tell it is no fault of the token.
      let name = (try? await cloud.templateName()).flatMap { $0 }.map(clouds.scrubber.scrub)
      if clouds.isAnyRegion {
        return try await elsewhere(cloud, clouds) ?? known(clouds, template: name)
      }
      return known(clouds, template: name)
    } catch BlynkError.wrongRegion(let url, _) {
      guard BlynkCloud.mayMove(from: cloud.url, to: url) else { throw moved(to: url) }
      return .init(
        evidence: "The account lives at \(url); I use that from now on.",
        facts: ["blynk.server": .plain(url)])
    } catch let refusal as BlynkError {
      guard case .badToken = refusal, let found = try await elsewhere(cloud, clouds) else {
        throw refusal
      }
      return found
    }
  }

  /// The account lives in another region than the setup has.
  package static func moved(to region: String) -> Problem {
    let cause = Cause.blynkWrongRegion
    return Problem(
      code: cause.code, title: cause.title, attempt: "I asked Blynk for this token:",
      evidence: ["Location: \(region)"], next: cause.fix, outcome: .finding)
  }

  private static func known(_ clouds: Clouds, template: String?) -> Observation {
    let host: Phrase = clouds.bindings.blynkHost.map { Phrase(verbatim: $0) } ?? "its server"
    guard let template else { return .init(evidence: "Blynk knows this token at \(host).") }
    let named = clouds.bindings.plain("blynk.template_name")
    guard let named, named != template else {
      return .init(evidence: "Blynk knows this token at \(host), of the template \(template).")
    }
    return .init(
      evidence: "Blynk knows this token at \(host), of the template \(template).",
      warning: "You call it \(named); `set blynk.template_name` takes the name that it has.")
  }

  /// A right token at the wrong region may be answered "Invalid token." (blynk:region-bad-token),
  /// so the public regions are asked before the token is blamed; also where `blynk.cloud` answered,
  /// which is near to us and not always to Particle. A private or practice cloud has no others.
  private static func elsewhere(
    _ cloud: BlynkCloud, _ clouds: Clouds
  ) async throws -> Observation? {
    guard !clouds.otherRegions.isEmpty,
      let url = try await cloud.findRegion(candidates: clouds.otherRegions)
    else { return nil }
    return .init(
      evidence: "The token is known at \(url); I use that from now on.",
      facts: ["blynk.server": .plain(url)])
  }

  static let datastreamsRight: Capability.Check = { clouds in
    let lock = try await clouds.device.take()
    defer { withExtendedLifetime(lock) {} }
    try await clouds.device.putBack()
    let probe = try DatastreamProbe(clouds.blynk(), ledger: clouds.device.ledger { _ in })
    let report = try await probe.run()
    guard report.allRight else { throw DatastreamProblem(report).problem }
    let pins = report.findings.keys.sorted().map(\.description)
    let wide = probe.ranged.map(\.description)
    return .init(
      evidence: "\(Wording.list(pins, "and")) are there, each of its type; "
        + "\(Wording.list(wide, "and")) are wide enough.")
  }
}
