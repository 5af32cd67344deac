import Core
import HTTP

extension ParticleCloud {
  /// What the cloud knows of the token. Throws `badToken` or `tokenExpired` when it is no use
  /// (particle:token-current, particle:token-expired). At most 100 times in 5 minutes from one
  /// address.
  package func tokenInfo() async throws -> TokenInfo {
    try await ask(.get, ["access_tokens", "current"]).decoded()
  }

  /// Deletes the token that this cloud asks with; it is no use afterwards (particle:token-delete).
  package func deleteToken() async throws {
    _ = try await ask(.delete, ["access_tokens", "current"])
  }

  /// Deletes another token of the account. The cloud says yes to one that it does not know, too
  /// (particle:token-delete). At most 100 times in 5 minutes from one address.
  package func deleteToken(_ other: Secret) async throws {
    var request = request(.delete, ["access_tokens"])
    request.url = "\(request.url)/\(other)"
    _ = try await ask(request)
  }

  /// Whose token it is (particle:user-account).
  package func user() async throws -> AccountHolder {
    try await ask(.get, ["user"]).decoded()
  }
}
