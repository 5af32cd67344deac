import Ground

/// What is wrong with an answers file, or with an answer in it.
enum AnswersError: Error, Equatable {
  case unreadable(file: String, reason: String)
  case syntax(file: String, reason: String)
  case notAMap(file: String)
  case notFlat(file: String, line: Int, key: String)
  case notYesNo(file: String, line: Int, key: String)
  case unknownKey(file: String, line: Int, key: String, nearest: String?)
  /// A question that nobody is there to answer.
  case missing(question: String, prompt: String, variable: String?, flag: String?)
  /// A step that only a person can do, and nobody is there.
  case nobodyThere(step: String, key: String)
  /// The value does not have the question's shape. The value itself is not repeated.
  case misshapen(question: String, words: String)
}

extension AnswersError: Explained {
  var problem: Problem {
    switch self {
    case .missing(let question, let prompt, let variable, let flag):
      AnswersError.missingProblem(question, prompt, variable, flag)
    case .nobodyThere(let step, let key): AnswersError.nobodyProblem(step, key)
    case .misshapen(let question, let words):
      Problem(
        code: "answer-misshapen", title: "An answer does not fit its question",
        attempt: "I read the answer to `\(question)`:", evidence: [words],
        next: "Mend that line of the answers file, or the variable, and start again.",
        outcome: .usage)
    default: fileProblem
    }
  }

  private var fileProblem: Problem {
    let (evidence, next) = fileWords
    return Problem(
      code: "answers-file", title: "The answers file cannot be used",
      attempt: "I read the answers, so that the setup can run with nobody there:",
      evidence: [evidence], next: next, outcome: .usage)
  }

  private var fileWords: (String, String) {
    switch self {
    case .unreadable(let file, let reason): ("\(file): \(reason)", "Check the path and its rights.")
    case .syntax(let file, let reason): ("\(file): \(reason)", "Mend the YAML there.")
    case .notAMap(let file):
      ("\(file): not a map", "Write one `question: value` a line; the guide has the names.")
    case .notFlat(let file, let line, let key):
      ("\(file), line \(line): `\(key)` holds more than one value", "Give it one value.")
    case .notYesNo(let file, let line, let key):
      ("\(file), line \(line): `\(key)`", "It takes `true` or `false`.")
    case .unknownKey(let file, let line, let key, let nearest):
      (
        "\(file), line \(line): I know no `\(key)`",
        nearest.map { "Did you mean `\($0)`?" } ?? "Take the line out; the guide has the names."
      )
    default: ("", "")
    }
  }

  private static func missingProblem(
    _ question: String, _ prompt: String, _ variable: String?, _ flag: String?
  ) -> Problem {
    let ways = [
      flag.map { "`\($0)`" }, variable.map { "the variable `\($0)`" },
      "`\(question): …` in `--answers FILE`",
    ].compactMap { $0 }
    return Problem(
      code: "answer-missing", title: "An answer is missing",
      attempt: "Nobody is at the terminal, and the guide asks:",
      evidence: ["\(prompt)   (\(question))"],
      next: "Give it by \(Wording.list(ways)).", outcome: .usage)
  }

  private static func nobodyProblem(_ step: String, _ key: String) -> Problem {
    Problem(
      code: "answer-missing", title: "This step needs a person",
      attempt: "Nobody is at the terminal, and only a person can do this step:", evidence: [step],
      next: "Do it, and put `\(key)` in `--answers FILE`; or run `footbridge` in a terminal.",
      outcome: .usage)
  }
}
