import ArgumentParser
import Core
import Synchronization

/// What the argument parser refuses a command line with, as a phrase.
///
/// The parser takes and gives text only: our own refusals are remembered as they pass through it,
/// and its own few messages are read here, once.
enum ParserMessage {
  private static let refusal = Mutex<Phrase?>(nil)

  static func remember(_ phrase: Phrase) { refusal.withLock { $0 = phrase } }

  /// - Parameter message: as the parser gives it.
  static func phrase(of message: String) -> Phrase {
    if let ours = refusal.withLock({ $0 }), ours.english == message { return ours }
    return option(message) ?? argument(message) ?? Phrase(verbatim: message)
  }

  private static func option(_ message: String) -> Phrase? {
    if let found = message.wholeMatch(of: /Unknown option '(.*)'\. Did you mean '(.*)'\?/) {
      return "Unknown option '\(found.1)'. Did you mean '\(found.2)'?"
    }
    if let found = message.wholeMatch(of: /Unknown option '(.*)'/) {
      return "Unknown option '\(found.1)'"
    }
    if let found = message.wholeMatch(of: /Missing value for '(.*)'/) {
      return "Missing value for '\(found.1)'"
    }
    let form = /The option '(.*)' does not take any value, but '(.*)' was specified\./
    if let found = message.wholeMatch(of: form) {
      return "The option '\(found.1)' does not take any value, but '\(found.2)' was specified."
    }
    let twice = /Value to be set with (.*) had already been set with (.*)/
    if let found = message.wholeMatch(of: twice) {
      return "Value to be set with \(found.1) had already been set with \(found.2)"
    }
    return nil
  }

  private static func argument(_ message: String) -> Phrase? {
    if let found = message.wholeMatch(of: /Unexpected argument '(.*)'/) {
      return "Unexpected argument '\(found.1)'"
    }
    if let found = message.wholeMatch(of: /([0-9]+) unexpected arguments: '(.*)'/) {
      return "\(found.1) unexpected arguments: '\(found.2)'"
    }
    if let found = message.wholeMatch(of: /Missing expected argument '(.*)'/) {
      return "Missing expected argument '\(found.1)'"
    }
    if let found = message.wholeMatch(of: /Missing one of: '(.*)'/) {
      return "Missing one of: '\(found.1)'"
    }
    let choices = /The value '(.*)' is invalid for '(.*)'\. Please provide one of (.*)\./
    if let found = message.wholeMatch(of: choices) {
      return """
        The value '\(found.1)' is invalid for '\(found.2)'. Please provide one of \(found.3).
        """
    }
    if let found = message.wholeMatch(of: /The value '(.*)' is invalid for '(.*)'/) {
      return "The value '\(found.1)' is invalid for '\(found.2)'"
    }
    return nil
  }
}

extension ValidationError {
  /// A refusal of ours, in words that are told in the person's language.
  static func saying(_ phrase: Phrase) -> ValidationError {
    ParserMessage.remember(phrase)
    return ValidationError(phrase.english)
  }
}
