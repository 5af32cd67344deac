import Console
import Ground
import Guidebook
import Journey

/// What a typed line answers: the question asked, another one that it fits, or a yes-or-no.
extension Person {
  /// - Parameter isRest: of a line that was looked at before.
  func answer(
    _ typed: GivenLine, _ request: Request, _ lap: Lap, isRest: Bool = false
  ) -> Move? {
    let found = typed.definitions(of: lap.setup.walk.guide)
    if let move = keep(one: found, of: typed, request, lap) { return move }
    if let own = found.first(where: { $0.question.name == request.question?.name }) {
      return .answer(own.answer, to: own.question.name)
    }
    guard found.isEmpty else {
      if !isRest { terminal.say("I have that already; `set` takes another one.") }
      return nil
    }
    guard let question = request.question else { return decision(typed.words ?? "", request) }
    if let choice = request.choice(named: typed.words) {
      return take(question.parse(choice.text), for: question)
    }
    let parsed = typed.parsed(by: question)
    guard question.shape.isFreeText || parsed.isFailure,
      let (other, answer) = lap.question(fitting: typed, instead: question)
    else { return take(parsed, for: question) }
    return misplaced(answer, other, question, lap)
  }

  /// Of lines such as `#define BLYNK_TEMPLATE_ID "TMPL…"` one that answers another question than
  /// the one asked, and one that is still open; the others come in their turn.
  private func keep(
    one found: [(question: Question, answer: Answer)], of typed: GivenLine, _ request: Request,
    _ lap: Lap
  ) -> Move? {
    let open = found.first {
      $0.question.name != request.question?.name && lap.setup.answer(to: $0.question.name) == nil
    }
    guard let (question, answer) = open else { return nil }
    terminal.say("I keep the \(question.noun).")
    pending = found.count > 1 ? typed : nil
    return .answer(answer, to: question.name)
  }

  /// A line that fits another question: it is kept for that one, or said to belong there.
  private func misplaced(
    _ answer: Answer, _ other: Question, _ question: Question, _ lap: Lap
  ) -> Move? {
    let (name, wanted) = (other.noun, question.noun)
    let known = lap.setup.answer(to: other.name)
    if known == nil {
      terminal.say("That is the \(name); I keep it. I need the \(wanted) here.")
      return .answer(answer, to: other.name)
    }
    terminal.say(
      known == answer
        ? "That is the \(name), which I have. I need the \(wanted) here."
        : "That looks like another \(name); `set \(other.name)` takes it. "
          + "I need the \(wanted) here.")
    return nil
  }

  /// Whether a line that is a command's word too is meant as the answer; nil when neither is.
  func isAnswer(_ text: String) async -> Bool? {
    let prompt = Prompt("Is `\(text)` the answer, or the command? (answer/command) [command]")
    // Asked until it is one of the two: any other word may be meant for somewhere else.
    while true {
      let input = await reader.readLine(prompt)
      if case .terminated(let signal) = input { Terminal.endProcess(by: signal) }
      guard case .line(let line) = input else { return nil }
      let word = line.trimmed.lowercased()
      if ["command", "befehl"].contains(where: { $0.hasPrefix(word) }) { return false }
      if ["answer", "antwort"].contains(where: { $0.hasPrefix(word) }) { return true }
    }
  }

  /// Yes and no, where Footbridge offered something or the person was to do it.
  private func decision(_ text: String, _ request: Request) -> Move? {
    let word = text.lowercased().trimmingEnd(".!")
    let agrees = Consent.yes.contains(word)
    let (yes, no) = (Consent.done.contains(word), Consent.notYet.contains(word))
    switch request.command {
    case .offer(_, let step) where agrees: return .event(.offerAccepted(step: step.name))
    // Who says "done" here has done it already, and agrees to nothing.
    case .offer(_, let step) where yes || no: return .event(.offerDeclined(step: step.name))
    case .awaitHand(let step) where yes: return .event(.confirmed(step: step.name))
    case .awaitMove(_, let step) where yes: return .event(.retried(step: step.name))
    case .rest where yes: return .event(.movedOn)
    case .awaitHand where no, .awaitMove where no:
      terminal.say(
        "It stays open. `skip WHY` goes on without it, `goto` to another step, and `quit` leaves: "
          + "you come back to this step.")
      return nil
    default:
      let nearest = Wording.nearest(text, among: TypedLine.names)
      let guess = nearest.map { " Did you mean `\($0)`?" } ?? ""
      terminal.say("That is no answer here.\(guess) `help` lists what can be typed.")
      return nil
    }
  }
}

extension Question {
  /// What it is called in a sentence.
  var noun: String { called ?? name }
}

extension Result where Failure == ShapeMismatch {
  fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}

extension Lap {
  /// Another question whose answer has just this shape; none where any words would do.
  fileprivate func question(
    fitting typed: GivenLine, instead asked: Question
  ) -> (Question, Answer)? {
    let fitting = setup.walk.route(for: setup.state).compactMap(\.ask).compactMap {
      other -> (Question, Answer)? in
      guard other.name != asked.name, other.shape.isUnmistakable,
        case .success(let answer) = typed.parsed(by: other)
      else { return nil }
      return (other, answer)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

extension Shape {
  /// Whether hardly anything else has this shape.
  fileprivate var isUnmistakable: Bool {
    switch self {
    case .code, .templateID: true
    case .text, .secretText, .choice, .cloudHost, .pin, .yesNo: false
    }
  }
}

extension String {
  fileprivate func trimmingEnd(_ signs: String) -> String {
    String(reversed().drop { signs.contains($0) }.reversed())
  }
}
