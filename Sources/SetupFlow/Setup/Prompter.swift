import Core
import Guide
import Walkthrough

/// Whoever goes along on a walk: a person at a terminal, or an answers file.
protocol Prompter {
  /// Whether a round trip that did not pass is begun once more before anything is asked.
  var repeatsTrips: Bool { get }
  /// Answers a command that waits for somebody.
  func respond(to command: WalkCommand, in session: WalkSession) async throws -> WalkMove
  /// Hears what was seen or done.
  func hear(_ news: News, in session: WalkSession)
}

/// What is to happen next.
enum WalkMove {
  case answer(Answer, to: String)
  case event(WalkEvent)
  case leave
}

/// What a walk has to tell between two commands.
enum News {
  /// A check or an act is under way.
  case looking(Step)
  case doing(Step)
  case held(Step, evidence: Phrase, warning: Phrase? = nil)
  case did(Step, result: Phrase)
  /// A person said that it is done, and nothing shows it.
  case believed(Step)
  case failed(Step, Problem)
}
