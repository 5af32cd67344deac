import Ground

/// The lines that Blynk shows for a sketch, `#define BLYNK_TEMPLATE_ID "TMPL…"` and its kin: each
/// bears the name of a question in capitals, with `_` for the point.
extension Guide {
  /// The questions that such lines answer, in the guide's order.
  package func definitions(in typed: Secret) -> [(question: Question, answer: Answer)] {
    definitions(in: typed.open())
  }

  /// The same, of a text that was typed openly.
  package func definitions(in typed: String) -> [(question: Question, answer: Answer)] {
    guard typed.contains("#define") else { return [] }
    let lines = typed.matches(of: /#define\s+([A-Z_0-9]+)\s+"([^"]*)"/)
    let values = Dictionary(lines.map { ($0.output.1, $0.output.2) }) { first, _ in first }
    return questions.compactMap { question in
      let macro = question.name.uppercased().replacing(".", with: "_")
      guard let value = values[macro[...]],
        case .success(let answer) = question.parse(String(value))
      else { return nil }
      return (question, answer)
    }
  }
}
