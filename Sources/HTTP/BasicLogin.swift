import Core

/// A name and a password that travel as HTTP Basic; the transport alone puts them together.
package struct BasicLogin: Sendable, Hashable {
  /// Without a colon, which would end it early (RFC 7617 §2).
  package var user: String
  /// Any text; it may be empty.
  package var password: Secret

  /// A login for one request; nothing is encoded before it is sent.
  package init(user: String, password: Secret) {
    self.user = user
    self.password = password
  }
}
