import Foundation
import Guide
import RoundTrip
import Testing

@Suite("Pages of help")
struct HelpPageTests {
  /// The guide of this checkout.
  static let guide = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../Guides/particle-blynk"
  ).standardized.path

  @Test("every cause has a page, and no page is of a cause that there is not")
  func causes() throws {
    let page = try HelpPage.load("causes", beside: Self.guide)
    let odd = Set(page.entries.map(\.name)).symmetricDifference(Cause.allCases.map(\.code))
    #expect(odd.isEmpty, "Guides/help/causes.md and the causes differ by these")
    #expect(page.entries.count == Cause.allCases.count)
  }

  @Test("each tells what it means, how it is seen and how it is mended")
  func whole() throws {
    let page = try HelpPage.load("causes", beside: Self.guide)
    for entry in page.entries where entry.name != Cause.unknown.code {
      #expect(entry.text.blocks.count >= 3, "\(entry.name)")
    }
    for entry in try HelpPage.load("warnings", beside: Self.guide).entries {
      #expect(entry.text.blocks.count == 3, "\(entry.name)")
    }
  }

  @Test("every word that a warning may begin with has a page")
  func warnings() throws {
    let page = try HelpPage.load("warnings", beside: Self.guide)
    let warnings = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/RoundTrip/Diagnosis/TripWarnings.swift")
    let source = try String(contentsOf: warnings, encoding: .utf8)
    let words = Set(source.matches(of: #/"([a-z]+(?:-[a-z]+)*): /#).map { String($0.1) })
    #expect(words.count > 5 && words == Set(page.entries.map(\.name)))
  }

  @Test("a page is found beside its guide, with and without a slash at the end")
  func slash() throws {
    for name in HelpPage.names {
      let page = try HelpPage.load(name, beside: Self.guide)
      #expect(page == (try HelpPage.load(name, beside: Self.guide + "/")))
      #expect(!page.title.isEmpty)
      #expect(!page.entries.isEmpty)
    }
  }
}
