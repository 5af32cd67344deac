import Console
import Journey

/// A standing in one word, with what is known of it.
struct StandingWords: Equatable {
  let word: String
  let evidence: String
  let ink: Ink

  /// The same, as a sentence begins.
  var told: String {
    switch word {
    case "proven": "Proven"
    case "given": "Answered"
    case "done": "Done by Footbridge"
    case "said": "Done by you"
    case "skipped": "Left out"
    case "drifted": "It held, and no longer does"
    default: "Open"
    }
  }

  init(_ standing: Standing?) {
    switch standing {
    case .proven(let seen): (word, evidence, ink) = ("proven", seen, .good)
    case .given: (word, evidence, ink) = ("given", "", .good)
    case .done(let result): (word, evidence, ink) = ("done", result, .good)
    case .said: (word, evidence, ink) = ("said", "you said so; nothing can see it", .good)
    case .skipped(let why): (word, evidence, ink) = ("skipped", why, .warning)
    case .drifted(let code): (word, evidence, ink) = ("drifted", code, .bad)
    case nil: (word, evidence, ink) = ("open", "", [])
    }
  }
}
