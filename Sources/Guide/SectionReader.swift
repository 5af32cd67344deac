/// Reads one file of a guide: front matter, an intro, and a step for each `##` heading.
struct SectionReader {
  private let file: String
  private let lines: [String]

  init(file: String, text: String) {
    self.file = file
    // By bytes: Characters cost as much as all the rest of reading a guide.
    let parts = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    lines = parts.enumerated().map { index, part in
      let isWindows = index < parts.count - 1 && part.last == UInt8(ascii: "\r")
      let line = Substring(isWindows ? part.dropLast() : part)
      return String(line.unicodeScalars.first == "\u{FEFF}" ? line.dropFirst() : line)
    }
  }

  /// The section, its number still 0.
  func section() throws(GuideError) -> Section {
    let matter = try frontMatter()
    let id = try matter.required("id")
    guard id.isSlug else { throw matter.fault(.notAnID(id), "id") }
    let chunks = try chunks(from: bodyStart)
    var steps: [Step] = []
    for chunk in chunks.dropFirst() {
      let step = try StepReader(file: file, section: id, chunk: chunk).step()
      guard !steps.contains(where: { $0.name == step.name }) else {
        throw .fault(.stepTwice(step.name.rawValue), file: file, line: step.line)
      }
      steps.append(step)
    }
    return Section(
      id: id, title: try matter.required("title"), path: try path(matter),
      needs: matter.list("needs").filter { !$0.isEmpty }, intro: Self.intro(chunks[0].lines),
      steps: steps, file: file)
  }

  /// The front matter and the text below it, of a file without steps.
  func page() throws(GuideError) -> (id: String, title: String, text: String) {
    let matter = try frontMatter()
    let text = Self.intro(Array(lines[bodyStart...]))
    return (try matter.required("id"), try matter.required("title"), text)
  }

  /// A heading and what stands below it; the first has no heading.
  struct Chunk {
    /// The line of the heading, counted from 1.
    var line: Int
    var title: String
    var lines: [String]
  }

  private var matterEnd: Int? { lines.dropFirst().firstIndex(of: "---") }
  private var bodyStart: Int { (matterEnd ?? -1) + 1 }

  private func frontMatter() throws(GuideError) -> YAMLBlock {
    guard lines.first == "---" else { throw .fault(.noFrontMatter, file: file, line: 1) }
    guard let end = matterEnd else {
      throw .fault(.notClosed("front matter"), file: file, line: 1)
    }
    return try YAMLBlock(
      Array(lines[1..<end]), file: file, firstLine: 2, known: ["id", "title", "needs", "path"])
  }

  private func path(_ matter: YAMLBlock) throws(GuideError) -> GuidePath? {
    guard let word = matter["path"], word != "both" else { return nil }
    guard let path = GuidePath(rawValue: word) else {
      throw matter.fault(.pathUnknown(word), "path")
    }
    return path
  }

  private func chunks(from start: Int) throws(GuideError) -> [Chunk] {
    var out = [Chunk(line: start + 1, title: "", lines: [])]
    var fence: (mark: CodeFence, line: Int)?
    for (index, line) in lines.enumerated().dropFirst(start) {
      if let open = fence {
        if open.mark.isClosed(by: line) { fence = nil }
      } else if let mark = CodeFence(line) {
        fence = (mark, index + 1)
      } else if line.hasPrefix("## ") {
        let title = line.dropFirst(3).trimmedBoth()
        out.append(Chunk(line: index + 1, title: title, lines: []))
        continue
      }
      out[out.count - 1].lines.append(line)
    }
    if let fence { throw .fault(.notClosed("fenced block"), file: file, line: fence.line) }
    return out
  }

  /// The text without the title that it repeats for the forge's sake.
  private static func intro(_ lines: [String]) -> String {
    var rest = lines.drop(while: \.isEmpty)
    if rest.first?.hasPrefix("# ") == true { rest.removeFirst() }
    return rest.joined(separator: "\n").trimmed(\.isNewline)
  }
}

extension StringProtocol {
  /// Small letters, digits and hyphens.
  var isSlug: Bool {
    !isEmpty && utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }
  }

  func trimmedBoth() -> String { String(self).trimmed(\.isWhitespace) }
}
