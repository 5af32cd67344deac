import Foundation
import Testing

/// What code, tests, recordings and guides say of the clouds stands on rows of docs/clouds.
@Suite struct CloudFactsTests {
  @Test("each fact that is cited is a row of docs/clouds, and each row is cited or background")
  func checkout() throws {
    let facts = try CloudFacts(checkout: HouseTests.checkout)
    for cloud in CloudFacts.clouds {
      #expect(facts.rows.count { $0.id.hasPrefix("\(cloud):") } > 100, "\(cloud)")
    }
    for folder in CloudFacts.folders {
      #expect(facts.files.contains { $0.path.hasPrefix(folder) }, "\(folder)")
    }
    for folder in ["Sources", "Tests", "Recordings"] {
      let cited = facts.citations.filter { $0.path.hasPrefix(folder) }
      #expect(cited.count > 100, "\(folder)")
    }
    #expect(facts.complaints == [])
  }

  /// The page of a cloud with one row, and one file: what is said of them.
  private func complaints(
    _ last: String = "read", fact: String = "It is so.", page: String = "particle",
    twice: Bool = false, file: String
  ) -> [String] {
    let row = "| `\(CloudFactsTests.id)` | \(fact) | `API` | 2026 | \(last) |\n"
    return CloudFacts(
      pages: [page: "# Facts\n\n| id | fact |\n| --- | --- |\n" + row + (twice ? row : "")],
      files: [.init(path: "Sources/A.swift", text: file)]
    ).complaints
  }

  /// Put together, as it would be a citation of this file else.
  private static let id = "particle" + ":a-fact"
  private static let section = "\u{A7}3.4"

  @Test("a row that is cited is no complaint, in whatever stands around it")
  func right() {
    let id = CloudFactsTests.id
    for text in ["(\(id))", "a \(id), b", "\(id)."] { #expect(complaints(file: text) == []) }
    #expect(complaints("read, background", file: "nothing") == [])
    // A client's name and password, and an answer's name, are no facts.
    #expect(complaints(file: "particle:particle blynk: \(id)") == [])
  }

  @Test("a fact that is no row, a row twice, a row in vain: each is told")
  func wrong() {
    let id = CloudFactsTests.id
    #expect(complaints(file: "\(id) \(id)-too") == ["Sources/A.swift: \(id)-too is no row"])
    #expect(complaints(twice: true, file: id) == ["\(id) is a row twice"])
    #expect(complaints(file: "nothing") == ["\(id) is not cited, and not marked as background"])
    #expect(complaints("background", file: id) == ["\(id) is cited, and marked as background"])
    #expect(complaints(fact: "", file: id) == ["\(id) lacks a cell"])
    #expect(complaints(fact: "a | b", file: id) == ["\(id) lacks a cell"])
    #expect(complaints(page: "blynk", file: id) == ["\(id) is on the page of blynk"])
  }

  @Test(
    "a citation of pages that are not in the repository is told",
    arguments: [
      "(particle-cloud \(section))", "(blynk-cloud\n/// \(section), \(section))",
      "as \(section) says", "blynk-cloud\(".md") has it", "DESIGN \(section)",
      "(DESIGN\(",") section 9)",
      "the sheet\(" of") 2026",
    ])
  func old(text: String) {
    let told = complaints(file: "\(CloudFactsTests.id) \(text)")
    #expect(!told.isEmpty && told.allSatisfy { $0.contains("is a citation of the old kind") })
  }

  @Test(
    "a section of a public standard is none",
    arguments: [
      "RFC 9110 \(section)", "RFC 9110 \(section), \(section)", "CommonMark \(section)",
      "HTML Living Standard\n/// \(section)", "ECMA-48 \(section)", "blynk-cloud.com",
    ])
  func standards(text: String) {
    #expect(complaints(file: "\(CloudFactsTests.id) \(text)") == [])
  }
}

/// The rows of docs/clouds, and what cites them.
private struct CloudFacts {
  struct Row {
    let id: String
    let page: String
    let cells: [String]
    var isBackground: Bool { cells.last?.contains("background") == true }
  }

  struct File {
    let path: String
    let text: String
  }

  static let clouds = ["particle", "blynk"]
  static let folders = ["Sources", "Tests", "Recordings", "Guides"]

  let rows: [Row]
  let files: [File]
  let citations: [(path: String, id: String)]

  init(pages: [String: String], files: [File]) {
    rows = pages.sorted { $0.key < $1.key }.flatMap { CloudFacts.rows(of: $0.value, page: $0.key) }
    self.files = files
    citations = files.flatMap { file in
      CloudFacts.found(CloudFacts.citation, in: file.text).map { (file.path, $0) }
    }
  }

  init(checkout: String) throws {
    let pages = try CloudFacts.clouds.map { cloud in
      (cloud, try String(contentsOfFile: "\(checkout)/docs/clouds/\(cloud).md", encoding: .utf8))
    }
    let paths = CloudFacts.folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: "\(checkout)/\(folder)")?.allObjects ?? [])
        .compactMap { ($0 as? String).map { "\(folder)/\($0)" } }
    }
    // Folders, and files that are no text, cite nothing.
    let files = paths.sorted().compactMap { path in
      (try? String(contentsOfFile: "\(checkout)/\(path)", encoding: .utf8))
        .map { File(path: path, text: $0) }
    }
    self.init(pages: Dictionary(uniqueKeysWithValues: pages), files: files)
  }

  var complaints: [String] {
    let known = Set(rows.map(\.id))
    let cited = Set(citations.map(\.id))
    return citations.filter { !known.contains($0.id) }.map { "\($0.path): \($0.id) is no row" }
      + rows.enumerated().compactMap { place, row in complaint(row, at: place, cited) }
      + files.flatMap { file in
        CloudFacts.found(CloudFacts.oldCitation, in: file.text)
          .map { "\(file.path): \($0) is a citation of the old kind" }
      }
  }

  private func complaint(_ row: Row, at place: Int, _ cited: Set<String>) -> String? {
    if rows[..<place].contains(where: { $0.id == row.id }) { return "\(row.id) is a row twice" }
    if !row.id.hasPrefix("\(row.page):") { return "\(row.id) is on the page of \(row.page)" }
    if row.cells.count != 5 || row.cells.contains("") { return "\(row.id) lacks a cell" }
    if cited.contains(row.id) {
      return row.isBackground ? "\(row.id) is cited, and marked as background" : nil
    }
    return row.isBackground ? nil : "\(row.id) is not cited, and not marked as background"
  }

  /// The lines of a table whose first cell is an id.
  private static func rows(of page: String, page name: String) -> [Row] {
    page.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { line in
      let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
      guard let id = found(citation, in: cells[0]).first, cells[0] == "`\(id)`" else { return nil }
      return Row(id: id, page: name, cells: cells)
    }
  }

  private static let citation = #"(?:particle|blynk):[a-z0-9]+(?:-[a-z0-9]+)+"#
  private static let oldCitation = [
    #"(?:particle|blynk)-cloud(?:\.md|[\s/]+\x{A7})"#, #"DESIGN(?:,|[\s/]+\x{A7})"#,
    #"sheet of 2[0]26"#,
    // A section of something that is not named right before it as a standard.
    #"\x{A7}(?<!(?:RFC [0-9]{1,5}|ECMA-48|CommonMark|Standard|\x{A7}[0-9.]{1,9},)[\s/]{1,20}\x{A7})"#
      + "[0-9]",
  ].joined(separator: "|")

  private static func found(_ pattern: String, in text: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else {
      Issue.record("\(pattern) is no pattern")
      return []
    }
    let all = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: all)
      .compactMap { Range($0.range, in: text).map { String(text[$0]) } }
  }
}
