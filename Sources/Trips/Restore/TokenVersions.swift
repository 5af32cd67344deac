import Core
import Storage

/// The secrets that were given for a setup's questions, one after the other, and which of them
/// stands now.
package struct TokenVersions: Sendable {
  /// By question.
  let versions: [String: Int]
  private let secrets: [String: Secret]

  /// - Parameter secrets: by question and version, as their file has them.
  package init(_ versions: [String: Int], secrets: [String: Secret]) {
    self.versions = versions
    self.secrets = secrets
  }

  /// The one that was given then; nil when it is not in its file any more.
  func kept(_ question: String, _ version: Int) -> Secret? {
    secrets[SecretsFile.key(question, version: version)]
  }
}
