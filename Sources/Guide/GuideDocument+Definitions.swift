import Core

/// The lines that Blynk shows for a sketch, `#define BLYNK_TEMPLATE_ID "TMPL…"` and its kin: each
/// bears the name of a question in capitals, with `_` for the point.
extension GuideDocument {
  /// The questions that such lines answer, in the guide's order.
  package func definitions(in typed: Secret) -> [(question: Question, answer: Answer)] {
    definitions(in: typed.open())
  }

  /// The same, of a text that was typed openly.
  package func definitions(in typed: String) -> [(question: Question, answer: Answer)] {
    guard typed.contains("#define") else { return [] }
    return questions.compactMap { question in
      guard let value = PastedAnswer.macro(typed, for: question.name),
        case .success(let answer) = question.parse(value)
      else { return nil }
      return (question, answer)
    }
  }
}
