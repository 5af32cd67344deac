import Core

/// What a step asks of the person.
package struct Question: Sendable, Equatable {
  /// The name of the answer, such as `particle.access_token`; answers files use it too.
  package var name: String
  /// How the answer is read.
  package var shape: AnswerShape
  /// One line, such as "Your Blynk AuthToken:" (names unfilled).
  package var prompt: String
  /// What a bare Enter means (names unfilled).
  package var `default`: String?
  /// What the answer is called in a sentence: `Blynk AuthToken`.
  package var called: String?
  /// Whether it may be left without an answer.
  package var isOptional: Bool

  /// A question that has to be answered and has no default, unless told otherwise.
  package init(
    name: String, shape: AnswerShape, prompt: String, default: String? = nil, called: String? = nil,
    isOptional: Bool = false
  ) {
    self.name = name
    self.shape = shape
    self.prompt = prompt
    self.default = `default`
    self.called = called
    self.isOptional = isOptional
  }

  /// Reads what the person typed.
  package func parse(_ typed: String) -> Result<Answer, AnswerMismatch> {
    shape.parse(typed, for: name, called: called)
  }

  /// Reads what came hidden, from a file or from the environment; what may be shown of it comes out
  /// as plain.
  package func parse(_ given: Secret) -> Result<Answer, AnswerMismatch> { parse(given.open()) }

  /// The default with its names filled in; nil without one, or while a name has no value yet.
  package func suggestion(values: [String: String]) -> String? {
    guard let template = `default`,
      TextTemplate.names(in: template).allSatisfy({ values[$0] != nil })
    else { return nil }
    return try? TextTemplate.fill(template, values: values)
  }
}
