import Capabilities
import Core
import Guide
import Walkthrough

extension WalkSession {
  /// `3 of 22, section 2`.
  func place(of step: Step) -> Phrase {
    let number = StepStatusList(setup).number(of: step.name)
    let section = StepLookup(setup).number(ofSection: step.name.section)
    return section.map { "\(number), section \($0)" } ?? number
  }

  /// Whether nothing but a person's word says that a step is done, which could be done here.
  func rests(onWordOf step: Step) -> Bool {
    guard setup.state.standings[step.name] == .said, let act = step.act else { return false }
    return capabilities.canPerform(act, for: setup)
  }

  /// What a person types for a step on practice clouds, in place of the consoles.
  func practiceCalls(for step: Step) -> [String]? {
    let place = PracticeConsole.Place(
      setup: setup.name, home: setup.home.path,
      bindings: capabilities.bindings(of: setup),
      tokenKey: setup.secretKey(of: "particle.access_token"))
    return capabilities.console?.calls(for: step, at: place)
  }

  /// What a step has a person paste: of its page, the sketch where one is flashed, and on practice
  /// clouds the call.
  func pasteValues(of step: Step) -> [PasteValue] {
    guard let page = try? GuideDocument.fill(step.body, values: values.mapValues(\.english)) else {
      return []
    }
    let values = PasteValue.all(in: page, secrets: capabilities.bindings(of: setup).secrets)
    let call = practiceCalls(for: step).map {
      PasteValue(name: "practice call", text: MaskedText($0.joined(separator: "\n")))
    }
    return [call].compactMap(\.self) + values + [sketch(of: step)].compactMap(\.self)
  }

  /// The same, for the clipboard.
  func clipboardPage(of step: Step) -> ClipboardDialog.Page {
    ClipboardDialog.Page(
      step: step.name, values: pasteValues(of: step),
      environment: capabilities.requestContext.environment)
  }

  /// Nil at other steps, and while an answer that goes into it is open.
  private func sketch(of step: Step) -> PasteValue? {
    guard step.act == ParticleActions.flashName else { return nil }
    let firmware = try? FirmwareSource.of(capabilities.clouds(of: setup))
    return firmware.map { PasteValue(name: "sketch", text: $0.source) }
  }

  /// What a bare Enter means: what is suggested from outside, else what the guide suggests.
  func suggestion(for question: Question) -> Suggestion? {
    suggestions[question.name]
      ?? question.suggestion(values: values.mapValues(\.english)).map {
        Suggestion(text: $0, shown: Phrase(verbatim: $0))
      }
  }

  /// What a bare Enter means after a failed check: another answer that is suggested from outside,
  /// or nil, which is the kept one once more.
  func otherSuggestion(for question: Question) -> Suggestion? {
    guard let outside = suggestions[question.name],
      case .success(let answer) = question.parse(outside.given),
      answer != setup.answer(to: question.name)
    else { return nil }
    return outside
  }
}
