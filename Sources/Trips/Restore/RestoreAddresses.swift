import BlynkAPI
import Capabilities
import Core
import HTTP
import ParticleAPI

/// The clouds that something was changed in, with the tokens of then.
///
/// A token goes where it was given for, so these are the addresses of then, too. Only practice
/// clouds, which have other ports each time, are looked for at the present ones first.
struct RestoreAddresses {
  private let logged: LoggedRestore
  private let clouds: LoggedClouds

  init(_ logged: LoggedRestore, _ clouds: LoggedClouds) {
    (self.logged, self.clouds) = (logged, clouds)
  }

  var particle: ParticleCloud? {
    guard let token = token("particle.access_token") else { return nil }
    let urls = RestoreAddresses.places(logged.particleURL, clouds.bindings.particleURL)
    return urls.first.map { url in
      ParticleCloud(
        url: url, token: token, transport: clouds.requestContext.transport,
        timeout: clouds.requestContext.timeout)
    }
  }

  /// The one of them that knows the token.
  func blynk() async throws -> BlynkCloud {
    let token = try Clouds.needed(token("blynk.auth_token"), "blynk.auth_token", of: clouds.setup)
    let wanted = try Clouds.needed(logged.blynkURL, "blynk.server", of: clouds.setup)
    let places = RestoreAddresses.places(wanted, clouds.bindings.blynkURL).map { url in
      BlynkCloud(
        url: url, token: token, transport: clouds.requestContext.transport,
        timeout: clouds.requestContext.timeout)
    }
    for place in places.dropLast() {
      do {
        _ = try await place.isHardwareConnected()
        return place
      } catch is any Explained { continue }
    }
    return try Clouds.needed(places.last, "blynk.server", of: clouds.setup)
  }

  private func token(_ question: String) -> Secret? {
    logged.tokens[question].flatMap { clouds.tokens.kept(question, $0) }
  }

  private static func places(_ then: String, _ now: String?) -> [String] {
    guard let now, now != then, isLoopback(now), isLoopback(then) else { return [then] }
    return [now, then]
  }

  private static func isLoopback(_ url: String) -> Bool {
    ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"].contains { url.hasPrefix($0) }
  }
}
