import Foundation
import Testing

@Suite("The names of tests in scripts")
struct MakefileTests {
  @Test("each is a suite or a target", arguments: ["Makefile", "Tests/run"])
  func filters(script: String) throws {
    let text = try String(contentsOfFile: "\(HouseTests.checkout)/\(script)", encoding: .utf8)
    let names = text.matches(of: /\b[A-Z]\w+Tests\b/).map { String($0.0) }
    #expect(names.count > 5)
    let suites = RepositoryFiles.below("Tests", ending: ".swift").flatMap { file in
      file.text.matches(of: /(?:struct|class|actor) (\w+Tests)\b/).map { String($0.1) }
    }
    let targets = try #require(ManifestTests.manifest).targets.map(\.name)
    #expect(names.filter { !suites.contains($0) && !targets.contains($0) } == [])
  }
}
