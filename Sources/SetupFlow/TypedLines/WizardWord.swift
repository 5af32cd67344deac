import Core
import Localization

/// What may be typed in the wizard besides an answer.
enum WizardWord: String, CaseIterable {
  case next, back, check, `do`, copy, hint, show, more, skip, goto, `where`, set, clear, undo, redo,
    test,
    doctor, log, help, quit

  /// What it does, for `help` and for Tab.
  var note: Phrase {
    switch self {
    case .next: "go on (Enter)"
    case .back: "look at the step before"
    case .check: "look again"
    case .do: "have Footbridge do it"
    case .copy: "put a value of this page on the clipboard: copy NAME"
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

  /// Whether these words may follow it.
  func takes(_ words: String) -> Bool {
    switch self {
    case .skip, .goto, .set, .clear, .copy: true
    case .where, .log: words.isEmpty || ["all", "alle", "alles"].contains(words.lowercased())
    default: words.isEmpty
    }
  }

  /// What a typed word, in small letters, stands for: a command's own name, what people say in its
  /// place, or a name in another language; all of them are taken in every language.
  init?(typed: String) {
    guard let word = WizardWord(rawValue: typed) ?? WizardWord.others[typed] else { return nil }
    self = word
  }

  /// The name that a language has for it.
  func name(in catalog: PhraseCatalog) -> String { catalog.entry(key) ?? rawValue }

  /// Their names in a language, in order.
  static func names(in catalog: PhraseCatalog) -> [String] {
    allCases.map { $0.name(in: catalog) }
  }

  /// Its entry in a wording file: one of its own, as other words are spelled like it.
  var key: String { "wizard.\(rawValue)" }

  private static let others: [String: WizardWord] = Dictionary(
    uniqueKeysWithValues: synonyms.flatMap { word, names in names.map { ($0, word) } })

  /// Without umlauts too, as not every keyboard has them.
  private static let synonyms: [WizardWord: [String]] = [
    .next: ["continue", "weiter", "nächster", "naechster"],
    .back: ["previous", "prev", "zurück", "zurueck"],
    .check: [
      "retry", "recheck", "again", "prüfen", "pruefen", "prüfe", "pruefe", "nachsehen", "nochmal",
    ],
    .do: ["tun", "tu", "mach", "mache", "machen"],
    .copy: ["clipboard", "kopiere", "kopier", "kopieren"],
    .hint: ["tip", "hinweis", "hinweise", "tipp"],
    .show: ["zeigen", "zeig", "zeige", "anzeigen"],
    .more: ["mehr", "weiterlesen"],
    .skip: ["auslassen", "überspringen", "ueberspringen", "überspringe", "ueberspringe"],
    .goto: ["go", "jump", "gehe", "geh", "gehen", "springe", "spring"],
    .where: ["status", "wo", "stand", "übersicht", "uebersicht"],
    .set: ["change", "setzen", "setze", "setz", "ändern", "aendern", "ändere", "aendere"],
    .clear: [
      "remove", "leeren", "leere", "löschen", "loeschen", "lösche", "loesche", "entfernen",
      "entferne",
    ],
    .undo: ["rückgängig", "rueckgaengig", "zurücknehmen", "zuruecknehmen", "widerrufen"],
    .redo: ["wieder", "wiederholen", "wiederhole", "wiederherstellen"],
    .test: ["testen", "teste", "rundlauf"],
    .doctor: ["untersuchen", "untersuche", "doktor", "arzt"],
    .log: ["protokoll", "verlauf", "logbuch"],
    .help: ["?", "h", "commands", "hilfe", "hilf", "befehle"],
    .quit: [
      "exit", "q", "bye", "leave", "stop", "ende", "beenden", "schluss", "verlassen", "aufhören",
      "aufhoeren", "stopp",
    ],
  ]
}
