/// What the practice account's owner logs in with.
package struct PracticeLogin: Sendable, Equatable {
  /// The account's e-mail address.
  package let username: String
  /// The other half, in clear, as the start line tells it: it opens nothing but the practice
  /// account.
  package let password: String

  private static let defaultUsername = "practice@example.com"
  /// 20 of 64 characters: nobody guesses that many.
  private static let passwordLength = 20

  /// A password of its own, never the same twice.
  package init() {
    username = PracticeLogin.defaultUsername
    var chance = PracticeChance()
    password = chance.urlSafe(PracticeLogin.passwordLength)
  }

  /// `NAME:PASSWORD`; nil when either is missing, or neither can be typed into a form.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
    else { return nil }
    (username, password) = (String(parts[0]), String(parts[1]))
  }
}
