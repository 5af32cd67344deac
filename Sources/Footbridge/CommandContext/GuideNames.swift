import ArgumentParser
import Foundation
import Guide
import RoundTrip

/// Names that stand in the guide and in the pages of help beside it, for a shell that completes
/// them. A shell that asks is told nothing where there is no guide.
enum GuideNames {
  /// Those of `guide SECTION`.
  static let sections = completion { try GuideDocument.load(from: $0).sections.map(\.id) }

  /// Those of `setup --set QUESTION=`: no secret is given so.
  static let questions = completion {
    try GuideDocument.load(from: $0).questions.filter { !$0.shape.isSecret }.map { $0.name + "=" }
  }

  /// Those of `explain NAME`.
  static let explained = completion { folder in
    let pages = try HelpPage.names.filter { $0 != "causes" }.map {
      try HelpPage.load($0, beside: folder).entries.map(\.name)
    }
    return Cause.allCases.map(\.code) + HelpPage.names + pages.joined()
  }

  private static func completion(
    _ names: @escaping @Sendable (_ folder: String) throws -> [String]
  ) -> CompletionKind {
    .custom { _, _, _ in
      let folder = try? GuideFolder.find(
        explicit: nil, executable: CommandContext.executable,
        environment: ProcessInfo.processInfo.environment)
      return folder.flatMap { try? names($0) } ?? []
    }
  }
}
