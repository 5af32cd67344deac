import Ground

/// What may be typed in the wizard besides an answer.
enum WizardWord: String, CaseIterable {
  case next, back, check, `do`, hint, show, more, skip, goto, `where`, set, clear, undo, redo, test,
    doctor, log, help, quit

  /// What it does, for `help` and for Tab.
  var note: String {
    switch self {
    case .next: "go on (Enter)"
    case .back: "look at the step before"
    case .check: "look again"
    case .do: "have Footbridge do it"
    case .hint: "a hint for this step"
    case .show: "the step once more"
    case .more: "the rest of a page that is longer than the window"
    case .skip: "leave this step out: skip WHY"
    case .goto: "go to a step or section, by name or number: goto STEP"
    case .where: "what is done and what is open"
    case .set: "give an answer anew: set KEY"
    case .clear: "go on without an optional answer: clear KEY"
    case .undo: "take the last decision back"
    case .redo: "put it in place again"
    case .test: "the round trip"
    case .doctor: "check everything again"
    case .log: "what happened so far"
    case .help: "this list"
    case .quit: "leave; all of it is kept (Ctrl-D)"
    }
  }

  /// Whether words may follow it.
  var takesWords: Bool { [.skip, .goto, .set, .clear].contains(self) }

  /// What a typed word, in small letters, stands for: a command's own name, what people say in its
  /// place, or a name in another language; all of them are taken in every language.
  init?(typed: String) {
    guard let word = WizardWord(rawValue: typed) ?? WizardWord.others[typed] else { return nil }
    self = word
  }

  /// Their names, as a language may have them: in this order, parted by commas.
  static let names =
    "next, back, check, do, hint, show, more, skip, goto, where, set, clear, undo, redo, test, "
    + "doctor, log, help, quit"

  private static let others: [String: WizardWord] = [
    "exit": .quit, "q": .quit, "bye": .quit, "?": .help, "retry": .check, "status": .where,
    "weiter": .next, "zurück": .back, "zurueck": .back, "prüfen": .check, "pruefen": .check,
    "tun": .do, "mach": .do, "hinweis": .hint, "tipp": .hint, "zeigen": .show, "zeig": .show,
    "mehr": .more, "auslassen": .skip, "überspringen": .skip, "ueberspringen": .skip,
    "gehe": .goto, "wo": .where, "setzen": .set, "leeren": .clear, "rückgängig": .undo,
    "rueckgaengig": .undo, "wieder": .redo, "testen": .test, "untersuchen": .doctor,
    "protokoll": .log, "hilfe": .help, "ende": .quit, "beenden": .quit, "schluss": .quit,
  ]
}
