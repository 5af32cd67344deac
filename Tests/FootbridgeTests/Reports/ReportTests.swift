import Foundation
import TestSupport
import Testing

/// Reports of the real program.
@Suite("Reports of a trip", .serialized)
struct ReportTests {
  private static let formats = ["junit", "tap", "html", "markdown"]

  @Test("all formats of one trip, none with a secret; the JSON fits the schema that is printed")
  func everyFormat() async throws {
    let stage = try await Stage(.walked, seed: 71)
    let files = Self.formats.map { (name: $0, path: stage.scratch.file("trip.\($0)")) }
    let flags = files.flatMap { ["--\($0.name)", $0.path] }
    let (text, ending) = try await PipedProgram.run(
      stage.call(["test", "demo", "--json"] + flags + stage.cloudFlags))
    #expect(ending == .code(0), "\(text)")
    for (name, path) in files {
      let report = try Data(contentsOf: URL(filePath: path))
      #expect(report.count > 400, "\(name)")
      #expect(stage.leaks.found(in: report).isEmpty, "\(name)")
    }
    let (schema, _) = try await PipedProgram.run(stage.call(["test", "--json-schema"]))
    try schema.write(toFile: stage.scratch.file("schema"), atomically: true, encoding: .utf8)
    let check = try SchemaCheck(file: stage.scratch.file("schema"))
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("{") })
    #expect(try check.faults(in: String(line)) == [])
    await stage.end()
  }

  @Test("a disk that fails at any write: the page says so, code 2, the old report is whole")
  func full() async throws {
    guard BadDisk.isPossible else { return }
    let stage = try await Stage(.walked, seed: 72)
    let folder = stage.scratch.file("out")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try "the old one".write(toFile: "\(folder)/report", atomically: true, encoding: .utf8)
    let disk = try await BadDisk(below: folder)
    // What changes something there, in its order: open, permit, write, sync, rename.
    for (number, format) in [(1, "junit"), (3, "html"), (4, "tap"), (5, "markdown")] {
      let call = try stage.call(
        ["test", "demo", "--\(format)", "\(folder)/report"] + stage.cloudFlags)
      let log = stage.scratch.file("log-\(number)")
      let mode: BadDisk.Mode = number < 4 ? .full : .broken
      let (text, ending) = try await PipedProgram.run(
        disk.failing(call, at: number, mode, log: log))
      let calls = try BadDisk.writes(in: log).map(\.call)
      #expect(ending == .code(2), "\(calls) \(text)")
      #expect(text.contains("I CANNOT WRITE THE REPORT"), "\(calls) \(text)")
      #expect(text.contains("The round trip passed"))
      #expect(try String(contentsOfFile: "\(folder)/report", encoding: .utf8) == "the old one")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["report"])
    }
    await stage.end()
  }

  @Test("a report on standard output stands alone there")
  func output() async throws {
    let stage = try await Stage(.walked, seed: 73)
    var call = try stage.call([
      "-c", "\"$0\" test demo --tap - \(stage.cloudFlags.joined(separator: " ")) 2>/dev/null",
      try BuiltProgram.path(),
    ])
    call.path = "/bin/sh"
    let (text, ending) = try await PipedProgram.run(call)
    #expect(ending == .code(0))
    #expect(text.hasPrefix("TAP version 13\n1..5\nok 1 - demo: write"), "\(text)")
    await stage.end()
  }
}
