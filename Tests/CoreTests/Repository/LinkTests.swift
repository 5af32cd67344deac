import Foundation
import Testing

/// The pages that a stranger reads: where they lead to is there.
@Suite("Links of the pages")
struct LinkTests {
  static let pages: [RepositoryFiles.File] =
    ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"].compactMap(RepositoryFiles.file)
    + ["docs", "Guides", "Recordings"].flatMap { RepositoryFiles.below($0, ending: ".md") }

  @Test("all of the pages are looked at, and lead to files and to headings")
  func found() {
    let paths = Set(LinkTests.pages.map(\.path))
    let wanted: Set = [
      "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/architecture.md",
      "docs/benchmarks.md", "docs/contributing.md", "docs/decisions.md", "docs/operations.md",
      "Guides/particle-blynk/index.md", "Guides/help/causes.md",
    ]
    #expect(wanted.subtracting(paths) == [])
    let targets = LinkTests.pages.flatMap { MarkdownLinks($0.text).targets }
    #expect(targets.contains("docs/architecture.md") && targets.contains("Recordings/walk.svg"))
    #expect(targets.contains { $0.contains("#") })
  }

  @Test("each link to a file of the repository leads to one", arguments: LinkTests.pages)
  func resolves(page: RepositoryFiles.File) {
    let folder = page.path.split(separator: "/").dropLast().joined(separator: "/")
    #expect(LinkTests.broken(in: page.text, folder: folder) == [])
  }

  /// Of each page, the links that lead nowhere.
  static func broken(in text: String, folder: String) -> [String] {
    let links = MarkdownLinks(text)
    return links.targets.filter { target in
      if target.contains(/^[a-z]+:/) { return false }
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let anchor = parts.count > 1 ? String(parts[1]) : nil
      if parts[0].isEmpty { return anchor.map { !links.anchors.contains($0) } ?? true }
      guard let path = place(String(parts[0]), from: folder), RepositoryFiles.isThere(path) else {
        return true
      }
      guard let anchor, path.hasSuffix(".md") else { return false }
      let anchors = RepositoryFiles.file(path).map { MarkdownLinks($0.text).anchors }
      return anchors?.contains(anchor) != true
    }
  }

  /// A path from a folder; nil where it leaves the repository.
  private static func place(_ path: String, from folder: String) -> String? {
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  /// Code spans of the pages for engineers that say where something is.
  @Test("each file and folder that a page names is there")
  func named() {
    let pages = LinkTests.pages.filter { !$0.path.hasPrefix("Guides/") }
    let paths = pages.flatMap { page in
      MarkdownLinks(page.text).code.filter { $0.contains(/^(Sources|Tests|findings)\/[^ *…]+$/) }
        .map { (page.path, $0) }
    }
    #expect(paths.count > 20)
    #expect(paths.filter { !RepositoryFiles.isThere($0.1) }.map { "\($0.0): \($0.1)" } == [])
  }

  @Test("each target of the Makefile that a page names is there")
  func targets() throws {
    let makefile = try #require(RepositoryFiles.file("Makefile")).text
    let named = Set(
      LinkTests.pages.flatMap { page in
        page.text.matches(of: /(?m)(?:^|`)(?:[A-Z]+=\S+ )?make ([a-z]+(?:-[a-z]+)*)/)
          .map { String($0.1) }
      })
    #expect(named.isSuperset(of: ["try", "test", "dist", "test-busy"]))
    #expect(named.filter { !makefile.contains("\n\($0): ") } == [])
  }

  /// Whoever clones the repository has only the repository.
  @Test("no page leans on what is not in the repository", arguments: LinkTests.pages)
  func selfContained(page: RepositoryFiles.File) {
    #expect(!page.text.contains(/\b(DESIGN|STYLE)\b|\.\.\/shared\//))
  }

  @Test(
    "a link that leads nowhere is noticed",
    arguments: [
      ("[a](gone.md)", 1), ("[a](../../out.md)", 1), ("[a](#gone)", 1), ("![a](gone.svg)", 1),
      ("[a]: gone.md", 1), ("<img src=\"gone.png\">", 1), ("[a](../README.md#gone)", 1),
      ("## It's here, twice\n[a](#its-here-twice)", 0), ("[a](https://gone.example)", 0),
      ("`[a](gone.md)`", 0), ("```\n[a](gone.md)\n```", 0), ("[a](../README.md)", 0),
      ("~~~\n```\n~~~\n[a](gone.md)", 1), ("## A\n## A\n[a](#a-1)", 0),
      ("[a](../README.md#footbridge)", 0),
    ])
  func noticed(text: String, count: Int) {
    #expect(LinkTests.broken(in: text, folder: "docs").count == count)
  }
}
