import Core
import Yams

/// The flat YAML of a front matter or a step: keys with lines of text, each with its line.
struct YAMLBlock {
  /// A value as written: one text, or several.
  struct Entry {
    let texts: [String]
    let line: Int
  }

  let file: String
  /// The line of the first line of the block, counted from 1.
  let firstLine: Int
  private let entries: [String: Entry]

  /// - Parameter known: the keys there may be.
  init(_ lines: [String], file: String, firstLine: Int, known: [String]) throws(GuideError) {
    self.file = file
    self.firstLine = firstLine
    var found: [String: Entry] = [:]
    for (key, value) in try Self.pairs(lines, file: file, firstLine: firstLine) {
      let line = firstLine + (key.mark?.line ?? 1) - 1
      let name = key.scalar?.string ?? ""
      guard known.contains(name) else {
        let near = Wording.nearest(name, among: known)
        throw .fault(.keyUnknown(name, nearest: near), file: file, line: line)
      }
      guard let texts = Self.texts(value) else {
        throw .fault(.notText(key: name), file: file, line: line)
      }
      found[name] = Entry(texts: texts, line: line)
    }
    entries = found
  }

  /// The value of a key; an empty one counts as absent.
  subscript(key: String) -> String? {
    entries[key]?.texts.first.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The values of a key that takes a list.
  func list(_ key: String) -> [String] { entries[key]?.texts ?? [] }

  /// The line of a key, or of the block where the key is absent.
  func line(of key: String) -> Int { entries[key]?.line ?? firstLine }

  /// The line of each key.
  var lines: [String: Int] { entries.mapValues(\.line) }

  /// The value of a key that has to be there.
  func required(_ key: String) throws(GuideError) -> String {
    guard let value = self[key] else { throw fault(.keyMissing(key), key) }
    return value
  }

  func fault(_ fault: GuideFault, _ key: String) -> GuideError {
    .fault(fault, file: file, line: line(of: key))
  }

  private static func pairs(
    _ lines: [String], file: String, firstLine: Int
  ) throws(GuideError) -> [(key: Node, value: Node)] {
    let root: Node?
    // Every value is taken as it is written, so none is looked at for being a number or a date.
    do { root = try Yams.compose(yaml: lines.joined(separator: "\n"), .basic) } catch {
      let (line, reason) = explain(error)
      throw .fault(.yaml(reason: reason), file: file, line: firstLine + max(line, 1) - 1)
    }
    guard let root else { return [] }
    guard let mapping = root.mapping else {
      throw .fault(.yaml(reason: "there is no `key: value`"), file: file, line: firstLine)
    }
    return mapping.map { ($0.key, $0.value) }
  }

  private static func texts(_ node: Node) -> [String]? {
    if let scalar = node.scalar { return [scalar.string] }
    guard let sequence = node.sequence else { return nil }
    let scalars = sequence.compactMap { $0.scalar?.string }
    return scalars.count == sequence.count ? scalars : nil
  }

  private static func explain(_ error: any Error) -> (line: Int, reason: Phrase) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      (mark.line, Phrase(verbatim: problem))
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      (
        context.mark.line,
        "a key occurs twice: \(duplicates.map { "\($0)" }.joined(separator: ", "))"
      )
    default: (1, "the parser stopped")
    }
  }
}
