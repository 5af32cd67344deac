extension Phrase {
  /// The phrase as `clean` leaves its English: in its arguments where that is enough, else as text,
  /// so that nothing gets by that is only seen in the whole sentence.
  package func redacted(by clean: (String) -> String) -> Phrase {
    let text = english
    let wanted = clean(text)
    guard wanted != text else { return self }
    let phrase = withArguments(clean)
    return phrase.english == wanted ? phrase : Phrase(verbatim: wanted)
  }

  private func withArguments(_ clean: (String) -> String) -> Phrase {
    switch content {
    case .verbatim(let text): Phrase(verbatim: clean(text))
    case .message(let key, let arguments):
      Phrase(.message(key: key, arguments: arguments.map { $0.withArguments(clean) }))
    case .list(let items, let word):
      Phrase(.list(items.map { $0.withArguments(clean) }, word: word))
    case .sequence(let parts): Phrase(.sequence(parts.map { $0.withArguments(clean) }))
    case .number, .count: self
    }
  }
}

extension TokenShapes {
  /// The phrase with each token in it veiled.
  package static func veiled(_ phrase: Phrase) -> Phrase { phrase.redacted(by: { veiled($0) }) }
}

extension Scrubber {
  /// The phrase without what `scrub` takes from a text.
  package func scrub(_ phrase: Phrase) -> Phrase { phrase.redacted(by: { scrub($0) }) }

  /// The same on one line.
  package func scrubbedLine(_ phrase: Phrase) -> Phrase {
    phrase.redacted(by: { scrubbedLine($0) })
  }
}
