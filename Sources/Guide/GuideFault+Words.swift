import Core

extension GuideFault {
  /// What is the matter.
  package var text: Phrase {
    switch self {
    case .noFrontMatter: "The file has no front matter."
    case .notClosed(let what): "The \(what) that begins here does not end."
    case .keyMissing(let key): "The key `\(key)` is missing."
    case .keyUnknown(let key, _): "I do not know the key `\(key)`."
    case .notText(let key): "The value of `\(key)` is not a line of text."
    case .yaml(let reason): "This is not YAML: \(reason)."
    case .notYesNo(let key, let word): "`\(key)` is `\(word)`."
    case .pathUnknown(let path): "I do not know the path `\(path)`."
    case .shapeUnknown(let words): "I do not know the shape `\(words)`."
    case .notAnID(let id): "`\(id)` does not serve as an id."
    case .strayStepBlock: "This `step` block does not stand right under a `##` heading."
    case .withoutAsk(let key): "`\(key)` stands without `ask`."
    case .sectionTwice(let id): "Another section has the id `\(id)` already."
    case .stepTwice(let name): "Another step has the name `\(name)` already."
    }
  }

  /// What would do.
  package var cure: Phrase {
    switch self {
    case .noFrontMatter: "Begin the file with `---`, the keys `id` and `title`, and `---`."
    case .notClosed(let what):
      what == "front matter"
        ? "Close it with a `---` line." : "Close it with a line like its first."
    case .keyMissing(let key): "Add `\(key): …`."
    case .keyUnknown(_, let nearest):
      nearest.map { "Did you mean `\($0)`?" } ?? "Take it out, or see which keys there are."
    case .notText: "Write it on one line, in quotes if it holds a colon or a brace."
    case .yaml: "Put values with colons or braces in quotes."
    case .notYesNo: "Write yes or no."
    case .pathUnknown: "Write blueprint, manual or both."
    case .shapeUnknown: "Write \(Wording.list(AnswerShape.examples))."
    case .notAnID: "Use small letters, digits and hyphens, such as `access-token`."
    case .strayStepBlock: "Move it under the heading, with nothing but blank lines between."
    case .withoutAsk: "Add `ask: …`, or take the key out."
    case .sectionTwice, .stepTwice: "Give one of them another `id`."
    }
  }
}
