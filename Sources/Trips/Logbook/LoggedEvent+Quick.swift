import Core
import Guide
import HTTP
import Walkthrough

extension LoggedEvent {
  /// Reads an event of the kinds that a long log is full of, in a fifth of the time that
  /// Foundation's decoder takes. Nil for any other, and for what is not as it was written: the
  /// decoder has the word then.
  init?(quickly json: String) {
    guard let line = try? JSONReader.read(Array(json.utf8)),
      let version = line["v"]?.integer, version <= LoggedEvent.version,
      let members = line["event"]?.members, members.count == 1,
      let event = LoggedEvent.event(members[0].name, members[0].value)
    else { return nil }
    self.init(v: version, event: event, replayed: line["replayed"]?.isTrue)
  }

  private static func event(_ name: String, _ fields: JSONNode) -> WalkEvent? {
    if let step = fields["step"]?.text.map(StepName.init(rawValue:)) {
      return event(name, step, fields)
    }
    guard let question = fields["question"]?.text, let answer = answer(fields["answer"]) else {
      return nil
    }
    switch name {
    case "answered": return .answered(question: question, answer: answer)
    case "learned": return .learned(question: question, answer: answer)
    default: return nil
    }
  }

  private static func event(_ name: String, _ step: StepName, _ fields: JSONNode) -> WalkEvent? {
    switch name {
    case "checkHeld": phrase(fields["evidence"]).map { .checkHeld(step: step, evidence: $0) }
    case "checkFailed": fields["code"]?.text.map { .checkFailed(step: step, code: $0) }
    case "checkUnanswered": fields["code"]?.text.map { .checkUnanswered(step: step, code: $0) }
    case "checkLacking": .checkLacking(step: step)
    case "offerAccepted": .offerAccepted(step: step)
    case "offerDeclined": .offerDeclined(step: step)
    case "actDone" where fields["made"] == nil:
      phrase(fields["result"]).map { .actDone(step: step, result: $0, made: nil) }
    case "confirmed": .confirmed(step: step)
    case "retried": .retried(step: step)
    case "wentTo": .wentTo(step: step)
    default: nil
    }
  }

  /// Words as `Phrase` keeps them. What is neither a text nor a key with its arguments is left to
  /// the decoder.
  private static func phrase(_ node: JSONNode?) -> Phrase? {
    guard let node else { return nil }
    if let text = node.text { return Phrase(verbatim: text) }
    guard let key = node["key"]?.text else { return nil }
    guard let list = node["with"] else { return Phrase(key: key) }
    guard case .list(let nodes) = list else { return nil }
    let arguments = nodes.compactMap(phrase)
    return arguments.count == nodes.count ? Phrase(key: key, arguments: arguments) : nil
  }

  private static func answer(_ node: JSONNode?) -> GivenAnswer? {
    guard let members = node?.members, members.count == 1 else { return nil }
    switch members[0].name {
    case "plain": return members[0].value["_0"]?.text.map(GivenAnswer.plain)
    case "secret": return members[0].value["change"]?.integer.map(GivenAnswer.secret)
    default: return nil
    }
  }
}

extension JSONNode {
  fileprivate var isTrue: Bool { if case .flag(true) = self { true } else { false } }
}
