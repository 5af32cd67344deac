import Foundation
import Testing
import Yams

@testable import Footbridge
@testable import Trips

/// The files for many machines in docs/operations.md, as far as they can be tried without these.
@Suite("Many setups in docs/operations.md")
struct FleetGuideTests {
  /// The YAML blocks of the section, read.
  private static func blocks() throws -> [Look] {
    let page = try String(
      contentsOfFile: FleetStage.checkout + "/docs/operations.md", encoding: .utf8)
    let section = try #require(
      page.split(separator: "\n## ").first { $0.hasPrefix("Many setups") })
    return try section.matches(of: /```yaml\n((?s).*?)```/).map {
      Look(try Yams.load(yaml: String($0.1)))
    }
  }

  @Test("the Job has a pod for each shard, and its arguments are a command line that fits")
  func job() async throws {
    let job = try #require(try FleetGuideTests.blocks().first { $0["kind"].text == "Job" })
    let spec = job["spec"]
    let shards = try #require(spec["completions"].number.map { Int($0) })
    #expect(spec["completionMode"].text == "Indexed")
    #expect(spec["parallelism"].number == Double(shards))
    #expect(spec["maxFailedIndexes"].number == Double(shards))
    let pod = spec.at("template.spec")
    #expect(pod["restartPolicy"].text == "Never")
    let container = pod.at("containers.0")
    #expect(container["command"].list.map(\.text) == ["/bin/sh", "-c"])
    let mounts = Set(container["volumeMounts"].list.compactMap(\.["name"].text))
    #expect(mounts == Set(pod["volumes"].list.compactMap(\.["name"].text)))
    let script = try #require(container.at("args.0").text)
    for index in 0..<shards {
      let words = try await arguments(script, index: index)
      let command = try TestCommand.parse(Array(words.dropFirst()))
      #expect(words.first == "test" && command.fleet.all && command.json)
      let part = try command.fleet.part()
      #expect(part.place == index + 1 && part.count == shards)
    }
    let limits = try [/--particle-limit (\d+)/, /--stream-limit (\d+)/].map { pattern in
      try #require(script.firstMatch(of: pattern).flatMap { Int($0.1) })
    }
    #expect(limits[0] * shards <= FleetOptions.usualParticleCalls)
    #expect(limits[1] * shards <= FleetOptions.usualStreams)
  }

  @Test("the matrix has every shard once, and merges what they print")
  func matrix() throws {
    let jobs = try #require(try FleetGuideTests.blocks().first { !$0["jobs"].keys.isEmpty })["jobs"]
    let places = jobs.at("test.strategy.matrix.shard").list.compactMap(\.number).map { Int($0) }
    #expect(places == Array(1...places.count))
    let lines = jobs.at("test.steps").list.compactMap(\.["run"].text)
    #expect(lines.contains { $0.contains("--shard ${{ matrix.shard }}/\(places.count) ") })
    #expect(jobs.at("table.needs").text == "test")
    let merge = jobs.at("table.steps").list.compactMap(\.["run"].text)
    #expect(merge == ["footbridge history merge shard-*.jsonl"])
  }

  /// What a pod's script calls, with a program in the place of footbridge that says its arguments.
  private func arguments(_ script: String, index: Int) async throws -> [String] {
    let scratch = try Scratch()
    let program = scratch.file("footbridge")
    try "#!/bin/sh\nls \"$5\" >&2\necho \"$@\"\n".write(
      toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    for folder in ["setups", "work"] {
      try FileManager.default.createDirectory(
        atPath: scratch.file(folder), withIntermediateDirectories: false)
    }
    try "{}".write(toFile: scratch.file("setups/secrets.json"), atomically: true, encoding: .utf8)
    let here = script.replacing("/setups", with: scratch.file("setups"))
      .replacing("/work", with: scratch.file("work"))
      .replacing("/dev/termination-log", with: scratch.file("log"))
    let variables = ["PATH": "\(scratch.path):/usr/bin:/bin", "JOB_COMPLETION_INDEX": "\(index)"]
    let (said, ending) = try await PipedProgram.run(
      ProgramCall(
        path: "/bin/sh", arguments: ["-c", here], environment: variables, directory: scratch.path))
    #expect(ending == .code(0), "\(said)")
    let log = try String(contentsOfFile: scratch.file("log"), encoding: .utf8)
    #expect(log == "secrets.json\n", "the home is not copied")
    return said.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
