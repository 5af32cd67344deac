import BlynkAPI
import Capabilities
import Core
import Foundation
import HTTP

/// The addresses of both clouds as a run was given them, held against those that a setup's tokens
/// were given for: a token goes to no other one without a yes.
///
/// To give the token once more, together with the address, is a yes.
package struct CloudAddresses {
  /// Nil is the one that is kept.
  var particle: String?
  var blynk: String?
  /// Practice clouds of this very process, which nobody else can be.
  var isOurs = false
  /// The questions whose answers come with the addresses.
  var renewed: Set<String> = []

  /// Addresses as a run has them; nil is the one that the setup keeps.
  package init(
    particle: String? = nil, blynk: String? = nil, isOurs: Bool = false, renewed: Set<String> = []
  ) {
    self.particle = particle
    self.blynk = blynk
    self.isOurs = isOurs
    self.renewed = renewed
  }

  /// A token that would go to another address than the one it was given for.
  struct Stranger: Equatable {
    let cloud: String
    /// The question that asks for the token.
    let token: String
    let kept: String
    let asked: String
    /// Whether nobody named the address: the setup does not say where its practice clouds were.
    var isUnknown = false
  }

  /// Those of a setup; none of tokens that it does not have yet.
  func strangers(to setup: OpenSetup) -> [Stranger] {
    if isOurs { return [] }
    return [particleStranger(to: setup), blynkStranger(to: setup)].compactMap(\.self)
      .filter { setup.answer(to: $0.token) != nil && !renewed.contains($0.token) }
  }

  /// What is Particle's address from now on.
  func particle(of setup: OpenSetup) -> String {
    particle ?? CloudAddresses.plain(Bindings.particleURLName, setup) ?? Bindings.particleCloud
  }

  private func particleStranger(to setup: OpenSetup) -> Stranger? {
    let asked = particle(of: setup)
    guard let kept = CloudAddresses.plain(Bindings.particleURLName, setup) else {
      // Setups of earlier versions did not keep it. Those of practice clouds have both on this
      // machine, all others are taken for Particle's own.
      let server = CloudAddresses.plain("blynk.server", setup)
      let wasHere = setup.isPractice || server.map(CloudAddresses.isLoopback) ?? false
      let isRight =
        wasHere
        ? CloudAddresses.isLoopback(asked)
        : CloudAddresses.origin(asked) == CloudAddresses.origin(Bindings.particleCloud)
      let kept = wasHere ? "http://127.0.0.1" : Bindings.particleCloud
      return isRight
        ? nil
        : Stranger(
          cloud: "Particle", token: "particle.access_token", kept: kept, asked: asked,
          isUnknown: particle == nil)
    }
    guard CloudAddresses.origin(kept) != CloudAddresses.origin(asked) else { return nil }
    return Stranger(cloud: "Particle", token: "particle.access_token", kept: kept, asked: asked)
  }

  /// Blynk's own hosts are one cloud in several regions.
  private func blynkStranger(to setup: OpenSetup) -> Stranger? {
    guard let asked = blynk.map(CloudAddresses.origin),
      let kept = CloudAddresses.plain("blynk.server", setup).map(CloudAddresses.origin),
      asked != kept, !(CloudAddresses.isBlynk(asked) && CloudAddresses.isBlynk(kept))
    else { return nil }
    return Stranger(cloud: "Blynk", token: "blynk.auth_token", kept: kept, asked: asked)
  }

  private static func plain(_ name: String, _ setup: OpenSetup) -> String? {
    if case .plain(let text)? = setup.answer(to: name) { text } else { nil }
  }

  private static func isBlynk(_ origin: String) -> Bool {
    origin == "https://blynk.cloud" || BlynkCloud.regions.contains(origin)
  }

  /// Scheme, host and port; nothing else decides who gets a request. A host that is written without
  /// its scheme, or as a region's short name, is Blynk's.
  static func origin(_ url: String) -> String {
    let text = url.lowercased()
    guard let scheme = text.firstRange(of: "://") else {
      return "https://" + (text.contains(".") ? text : "\(text).blynk.cloud")
    }
    let rest = text[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let usual = text.hasPrefix("https:") ? ":443" : ":80"
    let host = rest.hasSuffix(usual) ? rest.dropLast(usual.count) : rest
    return "\(text[..<scheme.upperBound])\(host)"
  }

  private static func isLoopback(_ url: String) -> Bool {
    let origin = origin(url)
    guard let scheme = origin.firstRange(of: "://") else { return false }
    return Loopback.contains(authority: String(origin[scheme.upperBound...]))
  }
}

extension CloudAddresses {
  /// The page for a run with nobody there to say yes.
  /// - Parameter home: as the flag gave it.
  static func problem(_ stranger: Stranger, setup: String, home: String?) -> Problem {
    let place = home.map { " --home \($0)" } ?? ""
    let isBlynk = stranger.cloud == "Blynk"
    let flag = isBlynk ? "--blynk-url" : "--particle-url"
    let ways: Phrase = isBlynk ? "`--blynk-url`, or `blynk.server` where it was given" : "`\(flag)`"
    let next: Phrase =
      stranger.isUnknown
      ? "Practice clouds end with their program: `footbridge practice` opens them again, and "
        + "`test` and `doctor` are words there. Clouds that are still there want `\(flag) URL`. "
        + "`footbridge forget \(setup) --keep-integration\(place)` takes the setup away."
      : "Leave out \(ways); or give the token for that address: `footbridge setup \(setup)` "
        + "with `\(flag)` and `\(stranger.token)` in `--answers FILE`."
    return Problem(
      code: "address-changed", title: "This token was given for another address",
      attempt: "I compared the addresses with those of setup \(setup), and sent nothing:",
      evidence: [
        "\(stranger.cloud): \(stranger.kept)", "asked for now: \(stranger.asked)",
      ],
      causes: "A token goes only to the cloud that it was given for.",
      next: next,
      outcome: .usage)
  }
}
