import Ground

/// What may be typed in the wizard besides an answer.
enum WizardWord: String, CaseIterable {
  case next, back, check, `do`, hint, show, skip, goto, `where`, set, undo, redo, test, doctor, log,
    help, quit

  /// What it does, for `help` and for Tab.
  var note: String {
    switch self {
    case .next: "go on (Enter)"
    case .back: "look at the step before"
    case .check: "look again"
    case .do: "have Footbridge do it"
    case .hint: "a hint for this step"
    case .show: "the step once more"
    case .skip: "leave this step out: skip WHY"
    case .goto: "go to a step: goto STEP"
    case .where: "what is done and what is open"
    case .set: "give an answer anew: set KEY"
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
  var takesWords: Bool { self == .skip || self == .goto || self == .set }
}
