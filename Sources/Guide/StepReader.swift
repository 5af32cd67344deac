/// Reads a `##` heading, the `step` block under it, and its prose.
struct StepReader {
  private static let keys = [
    "id", "ask", "prompt", "shape", "default", "called", "optional", "do", "check", "when", "page",
    "hint", "formerly",
  ]
  /// The keys that say more about an `ask`.
  private static let askKeys = ["prompt", "shape", "default", "called", "optional"]

  let file: String
  let section: String
  let chunk: SectionReader.Chunk

  func step() throws(GuideError) -> Step {
    let (block, body, bodyLine) = try parts()
    let id = block["id"] ?? Self.slug(chunk.title)
    guard id.isSlug else { throw block.fault(.notAnID(id), "id") }
    return Step(
      name: StepName(section: section, step: id), title: chunk.title,
      body: body.joined(separator: "\n").trimmed(\.isNewline), ask: try question(block),
      act: block["do"], check: block["check"], when: block["when"],
      formerly: block["formerly"].map { StepName(section: section, step: $0) },
      isPage: try flag("page", block), hint: block["hint"],
      line: chunk.line, lines: block.lines.merging(["body": bodyLine]) { key, _ in key })
  }

  /// The heading as an id: `Say where Blynk lives` becomes `say-where-blynk-lives`.
  static func slug(_ title: String) -> String {
    title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .joined(separator: "-")
  }

  private func parts() throws(GuideError) -> (YAMLBlock, body: [String], bodyLine: Int) {
    let lines = chunk.lines
    let top = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
    var yaml: [String] = []
    var bodyStart = 0
    if top < lines.endIndex, let fence = CodeFence(lines[top]), fence.info == "step",
      let end = lines[(top + 1)...].firstIndex(where: fence.isClosed)
    {
      yaml = Array(lines[(top + 1)..<end])
      bodyStart = end + 1
    }
    try refuseStray(after: bodyStart)
    let first = yaml.isEmpty ? chunk.line : chunk.line + top + 2
    let block = try YAMLBlock(yaml, file: file, firstLine: first, known: Self.keys)
    // The body begins with its first line that is not empty.
    let blank = lines[bodyStart...].prefix(while: \.isEmpty).count
    return (block, Array(lines[bodyStart...]), chunk.line + 1 + bodyStart + blank)
  }

  private func refuseStray(after start: Int) throws(GuideError) {
    var open: CodeFence?
    for (index, line) in chunk.lines.enumerated().dropFirst(start) {
      if let fence = open {
        if fence.isClosed(by: line) { open = nil }
      } else if let fence = CodeFence(line) {
        guard fence.info != "step" else {
          throw .fault(.strayStepBlock, file: file, line: chunk.line + index + 1)
        }
        open = fence
      }
    }
  }

  private func question(_ block: YAMLBlock) throws(GuideError) -> Question? {
    guard let name = block["ask"] else {
      if let key = Self.askKeys.first(where: { block[$0] != nil }) {
        throw block.fault(.withoutAsk(key: key), key)
      }
      return nil
    }
    guard block["shape"] != nil else { throw block.fault(.keyMissing("shape"), "ask") }
    guard block["prompt"] != nil else { throw block.fault(.keyMissing("prompt"), "ask") }
    let words = try block.required("shape")
    guard let shape = AnswerShape(words: words) else {
      throw block.fault(.shapeUnknown(words), "shape")
    }
    return Question(
      name: name, shape: shape, prompt: try block.required("prompt"), default: block["default"],
      called: block["called"], isOptional: try flag("optional", block))
  }

  private func flag(_ key: String, _ block: YAMLBlock) throws(GuideError) -> Bool {
    switch block[key]?.lowercased() {
    case "yes", "true": return true
    case nil, "no", "false": return false
    case let word?: throw block.fault(.notYesNo(key: key, word: word), key)
    }
  }
}
