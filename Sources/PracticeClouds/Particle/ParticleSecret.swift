import HTTPTestServer

/// A cloud secret, but for its value.
struct ParticleSecret: Sendable, Equatable, Codable {
  /// Empty for the sandbox, else such as `orgs/acme`.
  let scope: String
  let name: String
  var createdAt: String?
  var updatedAt: String?

  init(scope: String, name: String) {
    self.scope = scope
    self.name = name
  }

  /// `[A-Z_][A-Z0-9_]*`.
  static func isFit(name: String) -> Bool {
    name.first?.isNumber == false
      && name.utf8.allSatisfy { byte in
        (65...90).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
      }
  }

  var shown: JSONValue {
    [
      "name": .string(name), "created_at": createdAt.map(JSONValue.string) ?? .null,
      "updated_at": updatedAt.map(JSONValue.string) ?? .null, "last_accessed_at": .null,
      "integrations": [], "logic_functions": [],
    ]
  }
}
