import Ground
import Wire

extension ParticleCloud {
  /// What the cloud knows of the token. Throws `badToken` or `tokenExpired` when it is no use
  /// (particle-cloud §2.2, §2.5). At most 100 times in 5 minutes from one address.
  package func tokenInfo() async throws -> TokenInfo {
    try await ask(.get, ["access_tokens", "current"]).decoded()
  }

  /// Deletes the token that this cloud asks with; it is no use afterwards (particle-cloud §2.2).
  package func deleteToken() async throws {
    _ = try await ask(.delete, ["access_tokens", "current"])
  }

  /// Deletes another token of the account. The cloud says yes to one that it does not know, too
  /// (§2.2). At most 100 times in 5 minutes from one address.
  package func deleteToken(_ other: Secret) async throws {
    var request = request(.delete, ["access_tokens"])
    request.url = "\(request.url)/\(other)"
    _ = try await ask(request)
  }

  /// Whose token it is (§2.3).
  package func user() async throws -> AccountHolder {
    try await ask(.get, ["user"]).decoded()
  }
}
