import Ground

/// A source file to compile; its text may hold a token.
package struct SourceFile: Sendable {
  /// The name with its relative path, such as `footbridge.ino`.
  package var name: String
  package var content: Veiled

  package init(name: String, content: Veiled) {
    self.name = name
    self.content = content
  }
}
