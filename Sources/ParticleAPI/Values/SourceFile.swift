import Core

/// A source file to compile; its text may hold a token.
package struct SourceFile: Sendable {
  /// The name with its relative path, such as `footbridge.ino`.
  package var name: String
  /// The source text; a token in it stays veiled until it is sent.
  package var content: MaskedText

  /// A file under the name that the compiler is to see.
  package init(name: String, content: MaskedText) {
    self.name = name
    self.content = content
  }
}
