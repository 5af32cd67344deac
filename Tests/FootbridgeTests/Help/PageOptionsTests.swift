import Foundation
import Testing

@testable import Footbridge

/// What the pages for users say of commands and options, held against the program's own help.
@Suite("Commands and options of the pages")
struct PageOptionsTests {
  /// Of all commands.
  private static let known: Set<Substring> = {
    let commands = Program.configuration.subcommands + [PracticeServeCommand.self]
    return Set(commands.flatMap { options(in: Program.helpMessage(for: $0, columns: 200)) })
  }()

  private static func options(in text: String) -> [Substring] {
    text.matches(of: /(?:^|[^A-Za-z-])(--[a-z][a-z-]+)/).map {
      text[$0.1.startIndex..<$0.1.endIndex]
    }
  }

  static let pages = ["README.md", "docs/usage.md", "docs/operations.md", "docs/practice.md"]

  /// What stands between single backticks, and each line of a block of code.
  private static func code(of page: String) throws -> [String] {
    let text = try String(contentsOfFile: "\(FleetStage.checkout)/\(page)", encoding: .utf8)
    let blocks = text.matches(of: /```[a-z]*\n((?s).*?)```/).flatMap { $0.1.split(separator: "\n") }
    let spans = text.replacing(/```[a-z]*\n(?s).*?```/, with: "").matches(of: /`([^`\n]+)`/)
    return blocks.map(String.init) + spans.map { String($0.1) }
  }

  @Test("each option that a page names is in the help", arguments: pages)
  func options(page: String) throws {
    let code = try PageOptionsTests.code(of: page).filter { $0.contains(/^ *(footbridge |--)/) }
    let options = Set(code.flatMap { $0.matches(of: /(?:^|\s)(--[a-z][a-z-]+)/).map { $0.1 } })
    #expect(options.count >= 4)
    #expect(options.subtracting(PageOptionsTests.known) == [])
  }

  @Test("each command that a page names is one", arguments: pages)
  func commands(page: String) throws {
    let words = try PageOptionsTests.code(of: page).compactMap {
      $0.firstMatch(of: /^ *footbridge ([a-z]+)/).map { String($0.1) }
    }
    #expect(words.count >= 4)
    #expect(Set(words).subtracting(Program.names) == [])
  }
}
