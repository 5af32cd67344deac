extension Phrase: ExpressibleByStringInterpolation {
  /// Collects the key and the arguments of an interpolated literal.
  package struct StringInterpolation: StringInterpolationProtocol {
    var key = ""
    var arguments: [Phrase] = []

    /// Nothing yet; the sizes are the compiler's guess and are not needed.
    package init(literalCapacity: Int, interpolationCount: Int) {}
    /// A stretch between two places.
    package mutating func appendLiteral(_ literal: String) { key += literal }
    /// Words of ours, told in turn.
    package mutating func appendInterpolation(_ phrase: Phrase) {
      arguments.append(phrase)
      key += "{\(arguments.count)}"
    }
    /// Anything else as it prints. A literal in a place is a phrase sooner than a text.
    @_disfavoredOverload
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendInterpolation(Phrase(verbatim: value.description))
    }
  }

  /// A literal with places. One that is nothing but a place is what stands there.
  package init(stringInterpolation literal: StringInterpolation) {
    if literal.key == "{1}", literal.arguments.count == 1 {
      self = literal.arguments[0]
    } else {
      self.init(.message(key: literal.key, arguments: literal.arguments))
    }
  }

  /// A literal without places.
  package init(stringLiteral text: String) { self.init(.message(key: text, arguments: [])) }
}

extension DefaultStringInterpolation {
  /// A phrase in a text would be English for ever: say `english` where that is meant.
  @available(*, deprecated, message: "make it a Phrase, or say .english")
  package mutating func appendInterpolation(_ phrase: Phrase) { appendLiteral(phrase.english) }
}
