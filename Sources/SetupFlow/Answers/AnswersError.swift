import Core

/// What is wrong with an answers file, or with an answer in it.
package enum AnswersError: Error, Equatable {
  case unreadable(file: String, reason: Phrase)
  case syntax(file: String, reason: Phrase)
  case notAMap(file: String)
  case notFlat(file: String, line: Int, key: String)
  case notYesNo(file: String, line: Int, key: String)
  case unknownKey(file: String, line: Int, key: String, nearest: String?)
  /// A question that nobody is there to answer.
  case missing(question: String, prompt: String, variable: String?, flag: String?)
  /// A step that only a person can do, and nobody is there.
  case nobodyThere(step: String, key: String)
  /// The value does not have the question's shape. The value itself is not repeated.
  case misshapen(question: String, words: Phrase)
  /// `--set` with a name that is no question's.
  case unknownFlag(String, nearest: String?)
  /// `--set` with a secret, or without an answer. What was typed is not repeated.
  case unfitFlag(String, isSecret: Bool, String?)
}

extension AnswersError: Explained {
  /// The words for each of the facts.
  package var problem: Problem {
    switch self {
    case .missing(let question, let prompt, let variable, let flag):
      AnswersError.missingProblem(question, prompt, variable, flag)
    case .nobodyThere(let step, let key): AnswersError.nobodyProblem(step, key)
    case .misshapen(let question, let words):
      Problem(
        code: "answer-misshapen", title: "An answer does not fit its question",
        attempt: "I read the answer to `\(question)`:", evidence: [words],
        next: "Mend it where you gave it (answers file, variable or flag) and start again.",
        outcome: .usage)
    case .unknownFlag, .unfitFlag: flagProblem
    default: fileProblem
    }
  }

  private var flagProblem: Problem {
    let (evidence, causes, next) = flagWords
    return Problem(
      code: "answer-flag", title: "That answer cannot be taken",
      attempt: "I read the answer that was given with `--set`:", evidence: [evidence],
      causes: causes, next: next, outcome: .usage)
  }

  private var flagWords: (evidence: Phrase, causes: Phrase, next: Phrase) {
    switch self {
    case .unknownFlag(let name, let nearest):
      (
        Phrase(verbatim: Scrubber([]).scrub(name)), nearest.map { "Did you mean `\($0)`?" } ?? "",
        "`footbridge setup --print-answers` lists the names."
      )
    case .unfitFlag(let name, let isSecret, let variable) where isSecret:
      (
        Phrase(verbatim: name),
        "Arguments are seen by everyone on this machine, and this one is a secret.",
        "Give it by \(variable.map { "the variable `\($0)` or " } ?? "" as Phrase)`--answers FILE`."
      )
    case .unfitFlag(let name, _, _): (Phrase(verbatim: name), "", "Write `--set \(name)=ANSWER`.")
    default: ("", "", "")
    }
  }

  private var fileProblem: Problem {
    let (evidence, next) = fileWords
    return Problem(
      code: "answers-file", title: "The answers file cannot be used",
      attempt: "I read the answers, so that the setup can run with nobody there:",
      evidence: [evidence], next: next, outcome: .usage)
  }

  private var fileWords: (Phrase, Phrase) {
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
    let ways: [Phrase] = [
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
      attempt: "Nobody is at the terminal, and only a person can do this step:",
      evidence: [Phrase(verbatim: step)],
      next: "Do it, and put `\(key)` in `--answers FILE`; or run `footbridge` in a terminal.",
      outcome: .usage)
  }
}
