import Foundation
import Testing

/// Nothing but Footbridge's own writing reaches a file of the state directory.
@Suite("Files of the home")
struct HomeFilesTests {
  @Test("no report, recording or sketch is written over a file of the home, by whatever name")
  func protected() async throws {
    let stage = try await Stage(.walked, seed: 81)
    let secrets = "\(stage.home)/secrets.json"
    symlink(secrets, stage.scratch.file("soft"))
    let before = try Data(contentsOf: URL(fileURLWithPath: secrets))
    let options = ["html", "junit", "tap", "markdown", "record"].map {
      ["test", "demo", "--\($0)"]
    }
    for option in options + [["firmware", "demo", "--out"]] {
      for place in [
        secrets, stage.scratch.file("soft"), "\(stage.home)/../home/secrets.json",
        "\(stage.home)/demo.lock", "\(stage.home)/logbook.sqlite", "\(stage.home)/other.lock",
      ] {
        let (words, ending) = try await PipedProgram.run(
          stage.call(option + [place] + stage.cloudFlags))
        #expect(ending == .code(64), "\(option) \(place) \(words)")
        #expect(words.contains("THAT FILE IS ONE OF MY OWN"))
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: secrets)) == before)
    #expect(!FileManager.default.fileExists(atPath: "\(stage.home)/other.lock"))
    let beside = "\(stage.home)/report.html"
    let (words, ending) = try await stage.run("test", "demo", "--html", beside)
    #expect(ending == .code(0), "\(words)")
    await stage.end()
  }

  @Test(
    "a secrets file or a lock that is a link is told and left as it is",
    arguments: ["secrets.json", "logbook.sqlite", "demo.lock"], [true, false])
  func linked(name: String, isSymbolic: Bool) async throws {
    let stage = try await Stage(.walked, seed: 82)
    let (file, target) = ("\(stage.home)/\(name)", stage.scratch.file("target"))
    try FileManager.default.moveItem(atPath: file, toPath: target)
    let before = try Data(contentsOf: URL(fileURLWithPath: target))
    let made = isSymbolic ? symlink(target, file) : link(target, file)
    #expect(made == 0)
    let (words, ending) = try await stage.run("setup", "demo", "--answers", stage.answers)
    #expect(ending == .code(65), "\(words)")
    #expect(words.contains("THIS FILE HAS ANOTHER NAME"), "\(words)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == before)
    await stage.end()
  }

  @Test(
    "an empty value is a slip of a script, and no place",
    arguments: [
      "status --home", "status --guides", "status --record", "status --particle-url",
      "status --blynk-url", "firmware --out", "test --html", "setup --answers", "guide --lint",
    ])
  func empty(option: String) async throws {
    let stage = try await Stage(.none, seed: 83)
    let words = option.split(separator: " ").map(String.init)
    for arguments in [words + [""], [words[0], "\(words[1])="]] {
      let (said, ending) = try await PipedProgram.run(stage.call(arguments))
      #expect(ending == .code(64), "\(said)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: stage.scratch.path) == [])
  }

  @Test("a dash is no file", arguments: ["status --record -", "firmware --out -"])
  func dash(option: String) async throws {
    let stage = try await Stage(.none, seed: 84)
    let (said, ending) = try await PipedProgram.run(
      stage.call(option.split(separator: " ").map(String.init)))
    #expect(ending == .code(64), "\(said)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: stage.scratch.path) == [])
  }
}
