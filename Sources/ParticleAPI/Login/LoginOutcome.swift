/// How a login with a password went on.
package enum LoginOutcome: Sendable, Equatable {
  case granted(AccessToken)
  /// The account has a second factor: ask for the code.
  case needsCode(MFAChallenge)
}
