import Core
import Guide

/// What was typed as an answer, openly or hidden; what was typed hidden is never shown.
enum TypedAnswer: Equatable {
  case shown(String)
  case hidden(Secret)

  /// The words of an open line.
  var words: String? { if case .shown(let text) = self { text } else { nil } }

  func parsed(by question: Question) -> Result<Answer, AnswerMismatch> {
    switch self {
    case .shown(let text): question.parse(text)
    case .hidden(let secret): question.parse(secret)
    }
  }

  /// The questions that `#define` lines in it answer.
  func definitions(of guide: GuideDocument) -> [(question: Question, answer: Answer)] {
    switch self {
    case .shown(let text): guide.definitions(in: text)
    case .hidden(let secret): guide.definitions(in: secret)
    }
  }
}
