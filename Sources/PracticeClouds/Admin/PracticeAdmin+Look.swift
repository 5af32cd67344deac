import HTTPTestServer

/// What the clouds look like from inside. Tokens show as their names.
extension PracticeAdmin {
  func state() async -> JSONValue {
    let latencies = parts.faults.latencies.sorted { $0.key.rawValue < $1.key.rawValue }
    return masked(
      [
        "particle": await parts.particle.state(),
        "blynk": await parts.blynk.state(),
        "faults": .array(parts.faults.names.map { .string($0) }),
        "latency": .object(
          JSONObject(
            latencies.map { leg, duration in
              (name: leg.rawValue, value: .number(duration / .milliseconds(1)))
            })),
        "requests": .number(Double(parts.log.total)),
      ], secrets: await secrets())
  }

  func log() async -> JSONValue {
    let entries = parts.log.entries.map { entry -> JSONValue in
      [
        "at": .string(PracticeTime.stamp(entry.at)), "cloud": .string(entry.cloud),
        "method": .string(entry.method), "target": .string(SecretMask.target(entry.target)),
        "status": entry.status.map { .number(Double($0)) } ?? .null,
      ]
    }
    return masked(
      ["requests": .array(entries), "total": .number(Double(parts.log.total))],
      secrets: await secrets())
  }

  /// The tokens that the clouds know, by name.
  private func secrets() async -> [(value: String, name: String)] {
    let blynk = await parts.blynk.account
    let access = await parts.particle.account.tokens.map(\.text)
    let platform =
      blynk.clients.map(\.secret) + blynk.grants.flatMap { [$0.token, $0.refreshToken ?? ""] }
    let named =
      access.map { (value: $0, name: "‹particle.access_token›") }
      + ([blynk.authToken] + blynk.devices.map(\.token)).map {
        (value: $0, name: "‹blynk.auth_token›")
      } + platform.map { (value: $0, name: "‹blynk.platform_token›") }
    return named.filter { !$0.value.isEmpty }
  }

  /// Tokens have no character that JSON would escape, so that the text can be looked through.
  private func masked(
    _ value: JSONValue, secrets: [(value: String, name: String)]
  ) -> JSONValue {
    var text = value.text
    for secret in secrets { text = text.replacing(secret.value, with: secret.name) }
    return JSONValue(parsing: Array(text.utf8)) ?? .null
  }
}
