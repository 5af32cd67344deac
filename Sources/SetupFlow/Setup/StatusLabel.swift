import Core
import Terminal
import Walkthrough

/// A standing in one word, with what is known of it.
struct StatusLabel: Equatable {
  let word: String
  /// Both, as a sentence.
  let told: Phrase
  let evidence: Phrase
  let style: TextStyle

  private static let said: Phrase = "you said so; nothing can see it"

  init(_ standing: StepStatus?) {
    (word, told, evidence, style) =
      switch standing {
      case .proven(let seen): ("proven", "Proven: \(seen)", seen, .good)
      case .given: ("given", "It is answered.", "", .good)
      case .done(let result): ("done", "Done by Footbridge: \(result)", result, .good)
      case .said: ("said", "Done by you: \(StatusLabel.said)", StatusLabel.said, .good)
      case .skipped(let why):
        ("skipped", why == StepStatus.leftOutWhy ? why : "Left out: \(why)", why, .warning)
      case .drifted(let code):
        ("drifted", "It held, and no longer does: \(code)", Phrase(verbatim: code), .bad)
      case nil: ("open", "It is open.", "", [])
      }
  }
}
