import Core

/// What a login with a second factor waits for: the six digits (particle:oauth-mfa).
package struct MFAChallenge: Sendable, Equatable {
  /// Goes back to the cloud together with the code.
  let token: Secret
  let lifetime: TokenLifetime
}
