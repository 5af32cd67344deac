import Core
import Foundation
import Testing

@testable import Guide

@Suite("GuideFolder")
struct GuideFolderTests {
  static let section = "---\nid: a\ntitle: T\n---\n## S\n"

  @Test("a named folder is taken, as itself or as the folder of guides")
  func named() throws {
    let folder = try TemporaryFolder(["particle-blynk/00-a.md": Self.section])
    let guide = "\(folder.path)/particle-blynk"
    for named in [guide, folder.path] {
      #expect(
        try GuideFolder.find(explicit: named, executable: "/x/y", environment: [:]) == guide)
      let environment = ["FOOTBRIDGE_GUIDES": named]
      #expect(
        try GuideFolder.find(explicit: nil, executable: "/x/y", environment: environment) == guide)
    }
  }

  @Test("a named folder without a guide is an error, though the checkout has one")
  func namedInVain() {
    let looked = ["/no/such", "/no/such/particle-blynk"]
    #expect(throws: GuideError.folderMissing(looked: looked)) {
      try GuideFolder.find(explicit: "/no/such", executable: "/x/y", environment: [:])
    }
  }

  @Test("the guide is found beside the binary, in share, and through a link")
  func beside() throws {
    let folder = try TemporaryFolder([
      "flat/footbridge": "", "flat/Guides/particle-blynk/00-a.md": Self.section,
      "usr/bin/footbridge": "", "usr/share/footbridge/Guides/particle-blynk/00-a.md": Self.section,
    ])
    let root = URL(filePath: folder.path).resolvingSymlinksInPath().path
    try FileManager.default.createSymbolicLink(
      atPath: "\(root)/link", withDestinationPath: "\(root)/usr/bin/footbridge")
    for (binary, place) in [
      ("flat/footbridge", "flat/Guides/particle-blynk"),
      ("usr/bin/footbridge", "usr/share/footbridge/Guides/particle-blynk"),
      ("link", "usr/share/footbridge/Guides/particle-blynk"),
    ] {
      let found = try GuideFolder.find(
        explicit: nil, executable: "\(root)/\(binary)", environment: [:])
      #expect(found == "\(root)/\(place)")
    }
  }

  @Test("otherwise the checkout's guide is found, from any directory")
  func checkout() throws {
    let found = try GuideFolder.find(explicit: nil, executable: "/x/y", environment: [:])
    #expect(found == ParticleBlynkTests.folder)
  }

  @Test("the places stand in the order of the search, each once")
  func places() {
    #expect(
      GuideFolder.places(explicit: nil, executable: "/opt/fb/bin/footbridge", environment: [:]) == [
        "/opt/fb/bin/Guides/particle-blynk", "/opt/fb/share/footbridge/Guides/particle-blynk",
        ParticleBlynkTests.folder,
      ])
  }

  @Test("a guide that is nowhere is told with every place")
  func nowhere() {
    let error = GuideError.folderMissing(looked: ["/a", "/b"])
    #expect(error.problem.evidence == ["/a", "/b"])
    #expect(error.problem.outcome == .badData)
  }
}
