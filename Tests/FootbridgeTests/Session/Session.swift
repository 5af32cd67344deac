import Foundation
import Testing

/// A transcript of a terminal: commands, what each said, how it ended. One file a session.
struct Session: Sendable, CustomTestStringConvertible {
  /// A command and what it said, or lines between two of them.
  enum Part: Sendable, Equatable {
    case remark(String)
    case command(Command)
  }

  struct Command: Sendable, Equatable {
    /// After the `$ `.
    let text: String
    /// The lines after `> `: what a command writes.
    var input: [String] = []
    /// What it says, and last how it ended: `[0]`.
    var output: [String] = []
  }

  let name: String
  let parts: [Part]

  var testDescription: String { name }

  /// The value of a remark such as `# clouds: ready`.
  func setting(_ key: String) -> String? {
    let start = "# \(key): "
    for case .remark(let line) in parts where line.hasPrefix(start) {
      return String(line.dropFirst(start.count))
    }
    return nil
  }

  // MARK: files

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sessions")

  static let checkout = folder.appendingPathComponent("../../..").standardized

  static func all() throws -> [Session] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".session") }.sorted().map { file in
      Session(
        name: String(file.dropLast(".session".count)),
        text: try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
    }
  }

  func save() throws {
    try text.write(
      to: Session.folder.appendingPathComponent("\(name).session"), atomically: true,
      encoding: .utf8)
  }
}

extension Session {
  init(name: String, text: String) {
    var parts: [Part] = []
    var open: Command?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        if let command = open { parts.append(.command(command)) }
        open = Command(text: String(line.dropFirst(2)))
      } else if var command = open {
        let writes = command.output.isEmpty && line.hasPrefix("> ")
        if writes { command.input.append(String(line.dropFirst(2))) }
        if !writes { command.output.append(line) }
        let ends = line.wholeMatch(of: /\[(signal )?[0-9]+\]/) != nil
        if ends { parts.append(.command(command)) }
        open = ends ? nil : command
      } else {
        parts.append(.remark(line))
      }
    }
    if let command = open { parts.append(.command(command)) }
    self.init(name: name, parts: parts)
  }

  /// As it stands in its file.
  var text: String {
    parts.flatMap { part -> [String] in
      switch part {
      case .remark(let line): [line]
      case .command(let command):
        ["$ \(command.text)"] + command.input.map { "> \($0)" } + command.output
      }
    }.joined(separator: "\n")
  }
}
