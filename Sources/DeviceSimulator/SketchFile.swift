/// One of the files that a sketch is made of.
package struct SketchFile: Sendable, Hashable, Codable {
  /// Where it stands in the project, such as `footbridge.ino` or `src/led.h`.
  package var path: String
  /// What it says, in UTF-8.
  package var text: String

  /// A file with that text; `HostCompiler` looks at whether the path is fit.
  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
