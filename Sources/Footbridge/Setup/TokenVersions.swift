import Core
import Storage
import Walkthrough

/// The secrets that were given for a setup's questions, one after the other, and which of them
/// stands now.
struct TokenVersions: Sendable {
  /// By question.
  let versions: [String: Int]
  private let secrets: [String: Secret]

  init(_ setup: OpenSetup) {
    secrets = setup.secrets
    versions = setup.state.answers.compactMapValues { answer in
      if case .secret(let version) = answer { version } else { nil }
    }
  }

  /// The one that was given then; nil when it is not in its file any more.
  func kept(_ question: String, _ version: Int) -> Secret? {
    secrets[SecretsFile.key(question, version: version)]
  }
}
