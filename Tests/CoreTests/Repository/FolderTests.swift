import Testing

/// What stands in a folder is understood from the folders that it uses: none uses it in turn.
@Suite("The folders of a target")
struct FolderTests {
  private typealias Source = HouseTests.Source

  private static func folder(_ source: Source) -> String {
    source.path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// The folder of each type that one file alone declares.
  private static func homes(_ sources: [Source]) -> [Substring: String] {
    let declared = /(?m)^(?:package )?(?:final )?(?:struct|class|enum|actor|protocol) (\w+)/
    let types = sources.flatMap { source in
      source.text.matches(of: declared).map { ($0.1, folder(source)) }
    }
    return Dictionary(grouping: types, by: \.0).filter { $0.value.count == 1 }
      .mapValues { $0[0].1 }
  }

  private static func words(of source: Source) -> Set<Substring> {
    let code = source.lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    return Set(
      code.flatMap { $0.split { !$0.isLetter && !$0.isNumber && $0 != "_" } }
        .filter { $0.first?.isUppercase == true })
  }

  @Test(
    "no two of them need each other",
    arguments: ["Capabilities", "Footbridge", "Reports", "SetupFlow", "Trips"])
  func oneWay(target: String) {
    let sources = HouseTests.sources.filter { $0.target == target }
    let homes = FolderTests.homes(sources)
    let uses = Set(
      sources.flatMap { source in
        let here = FolderTests.folder(source)
        return FolderTests.words(of: source).compactMap { homes[$0] }.filter { $0 != here }
          .map { [here, $0] }
      })
    #expect(!uses.isEmpty)
    #expect(uses.filter { uses.contains($0.reversed()) } == [])
  }
}
