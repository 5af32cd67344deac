import Console
import Journey

/// A standing in one word, with what is known of it.
struct StandingWords: Equatable {
  let word: String
  /// The same, as a sentence begins.
  let told: String
  let evidence: String
  let ink: Ink

  init(_ standing: Standing?) {
    (word, told, evidence, ink) =
      switch standing {
      case .proven(let seen): ("proven", "Proven", seen, .good)
      case .given: ("given", "Answered", "", .good)
      case .done(let result): ("done", "Done by Footbridge", result, .good)
      case .said: ("said", "Done by you", "you said so; nothing can see it", .good)
      case .skipped(let why): ("skipped", "Left out", why, .warning)
      case .drifted(let code): ("drifted", "It held, and no longer does", code, .bad)
      case nil: ("open", "Open", "", [])
      }
  }
}
