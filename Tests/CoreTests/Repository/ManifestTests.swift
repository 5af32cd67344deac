import Foundation
import Testing

@Suite("The package's targets")
struct ManifestTests {
  static let manifest =
    (try? String(contentsOfFile: "\(HouseTests.checkout)/Package.swift", encoding: .utf8))
    .map(Manifest.init)

  /// The modules that the Swift files of a folder import.
  private static func imports(of folder: String) -> Set<String> {
    let line = /(?m)^ *(?:@\w+ |package |private )*import (?:struct |class |enum |func )?(\w+)/
    return Set(
      RepositoryFiles.below(folder, ending: ".swift")
        .flatMap { $0.text.matches(of: line).map { String($0.1) } })
  }

  @Test("each folder of sources and of tests with Swift files is a target that the reader knows")
  func known() throws {
    let targets = try #require(ManifestTests.manifest).targets
    #expect(Set(targets.map(\.folder)).count == targets.count)
    let folders =
      RepositoryFiles.below("Sources", ending: ".swift")
      + RepositoryFiles.below("Tests", ending: ".swift")
    let roots = Set(folders.map { $0.path.split(separator: "/").prefix(2).joined(separator: "/") })
    let withSwift = targets.filter { roots.contains($0.folder) }
    #expect(roots == Set(withSwift.map(\.folder)))
    #expect(withSwift.filter { $0.dependencies.isEmpty }.map(\.name) == ["Core"])
  }

  @Test("each dependency that a target declares is imported there")
  func imported() throws {
    for target in try #require(ManifestTests.manifest).targets {
      let imports = ManifestTests.imports(of: target.folder)
      let idle = target.dependencies.filter { !imports.contains($0) }
      #expect(idle == [], "\(target.name) declares what no file of \(target.folder) imports")
    }
  }

  @Test("the reader sees short and long declarations, aliases, and what is no dependency")
  func reader() {
    let manifest = Manifest(
      """
      func library(_ name: String) -> Target { .target(name: name, dependencies: imports) }
      let yaml = Target.Dependency.product(name: "Yams", package: "Yams")
      let server: [Target.Dependency] = [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
      let program: [Target] = [
        library("Core", []),
        // library("Old", ["Core"]),
        library("Guide", ["Core", yaml] + server, exclude: ["Drafts"]),
        .executableTarget(
          name: "Tool", dependencies: ["Core", yaml], path: "Tests/Tool", swiftSettings: strict),
        .target(name: "CCurl"),
        tests("Guide", ["Guide"], exclude: ["Samples"]),
      ]
      """)
    #expect(
      manifest.targets.map { "\($0.name) \($0.folder): \($0.dependencies.joined(separator: " "))" }
        == [
          "Core Sources/Core: ", "Guide Sources/Guide: Core Yams NIOCore NIOPosix",
          "Tool Tests/Tool: Core Yams", "CCurl Sources/CCurl: ",
          "GuideTests Tests/GuideTests: Guide TestSupport",
        ])
  }
}
