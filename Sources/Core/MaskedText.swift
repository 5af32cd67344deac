/// Text in which secrets may stand. Printed, each secret shows as its name.
///
/// ```swift
/// let header: MaskedText = "Bearer \(accessToken)"   // prints: Bearer ‹particle.access_token›
/// ```
package struct MaskedText: Sendable, Hashable {
  /// A stretch of plain text, or one secret.
  package enum Piece: Sendable, Hashable {
    case plain(String)
    case secret(Secret)
  }

  /// In order; joined without anything between them.
  package var pieces: [Piece]

  /// Text of these, as they are.
  package init(pieces: [Piece]) { self.pieces = pieces }
  /// Text without a secret.
  package init(_ plain: String) { pieces = [.plain(plain)] }
  /// Nothing but a secret.
  package init(_ secret: Secret) { pieces = [.secret(secret)] }

  /// The text with its secrets in clear, each stretch encoded by `encode` first.
  package func open(encode: (String) -> String = { $0 }) -> String {
    joined {
      encode($0.open())
    } plain: {
      encode($0)
    }
  }

  /// The text with each secret as its name. Plain stretches are encoded, names are not.
  package func shown(encode: (String) -> String = { $0 }) -> String {
    joined {
      $0.description
    } plain: {
      encode($0)
    }
  }

  /// The secrets in it, in order.
  package var secrets: [Secret] {
    pieces.compactMap { if case .secret(let secret) = $0 { secret } else { nil } }
  }

  /// Both, one after the other; the secrets of each stay veiled.
  package static func + (left: MaskedText, right: MaskedText) -> MaskedText {
    MaskedText(pieces: left.pieces + right.pieces)
  }

  private func joined(_ secret: (Secret) -> String, plain: (String) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .plain(let text): plain(text)
      case .secret(let value): secret(value)
      }
    }.joined()
  }
}

extension MaskedText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { shown() }
  package var debugDescription: String { shown() }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension MaskedText: ExpressibleByStringInterpolation {
  /// Collects the pieces of an interpolated literal.
  package struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    /// No pieces yet; the sizes are the compiler's guess and are not needed.
    package init(literalCapacity: Int, interpolationCount: Int) {}
    /// A stretch between two places; the empty ones are left out.
    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.plain(literal)) }
    }
    /// A secret stays one.
    package mutating func appendInterpolation(_ secret: Secret) { pieces.append(.secret(secret)) }
    /// The secrets in it stay secrets.
    package mutating func appendInterpolation(_ veiled: MaskedText) { pieces += veiled.pieces }
    /// Anything else as it prints, in clear.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pieces.append(.plain(value.description))
    }
  }

  /// A literal with places: secrets in them stay veiled.
  package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }
  /// A literal without places is plain.
  package init(stringLiteral value: String) { self.init(value) }
}
