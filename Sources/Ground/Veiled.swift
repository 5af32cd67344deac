/// Text in which secrets may stand. Printed, each secret shows as its name.
///
/// ```swift
/// let header: Veiled = "Bearer \(accessToken)"   // prints: Bearer ‹particle.access_token›
/// ```
package struct Veiled: Sendable, Hashable {
  /// A stretch of plain text, or one secret.
  package enum Piece: Sendable, Hashable {
    case plain(String)
    case secret(Secret)
  }

  package var pieces: [Piece]

  package init(pieces: [Piece]) { self.pieces = pieces }
  package init(_ plain: String) { pieces = [.plain(plain)] }
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

  package static func + (left: Veiled, right: Veiled) -> Veiled {
    Veiled(pieces: left.pieces + right.pieces)
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

extension Veiled: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { shown() }
  package var debugDescription: String { shown() }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Veiled: ExpressibleByStringInterpolation {
  /// Collects the pieces of an interpolated literal.
  package struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.plain(literal)) }
    }
    package mutating func appendInterpolation(_ secret: Secret) { pieces.append(.secret(secret)) }
    package mutating func appendInterpolation(_ veiled: Veiled) { pieces += veiled.pieces }
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pieces.append(.plain(value.description))
    }
  }

  package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }
  package init(stringLiteral value: String) { self.init(value) }
}
