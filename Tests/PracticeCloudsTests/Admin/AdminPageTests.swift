import Foundation
import Testing

@testable import PracticeClouds

@Suite("The admin port's page")
struct AdminPageTests {
  /// `POST /flip` and so on, from the table of docs/practice.md.
  private static func told() throws -> Set<String> {
    let place = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/practice.md")
    let page = try String(contentsOf: place, encoding: .utf8)
    let section = try #require(
      page.split(separator: "\n## ").first { $0.hasPrefix("The admin port") })
    return Set(
      section.matches(of: /`(GET|POST|DELETE) (\/[a-z\/]+)/).map { "\($0.1) \($0.2)" })
  }

  @Test("docs/practice.md tells of each call, and of no other")
  func complete() throws {
    let calls = PracticeAdmin.methods.flatMap { path, methods in methods.map { "\($0) \(path)" } }
    #expect(try AdminPageTests.told() == Set(calls))
  }
}
