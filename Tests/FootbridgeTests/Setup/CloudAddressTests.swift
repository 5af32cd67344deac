import Foundation
import PracticeClouds
import Testing

@testable import SetupFlow

/// A token goes only to the address that it was given for.
@Suite("Addresses of a setup's clouds")
struct CloudAddressTests {
  /// Practice clouds that nobody gave a token for, and how often they were asked.
  private struct Strangers {
    let clouds: PracticeEnvironment
    /// What they asked each other before anybody came.
    private let own: Double

    init(_ stage: Stage) async throws {
      var settings = PracticeSettings(seed: 171)
      settings.runsSketches = true
      settings.ready = true
      clouds = try await PracticeEnvironment.start(settings, transport: stage.transport)
      await clouds.settle()
      own = try await stage.look(at: clouds.start.admin + "/state")["requests"].number ?? 0
    }

    var flags: [String] {
      ["--particle-url", clouds.start.particle, "--blynk-url", clouds.start.blynk]
    }

    func requests(_ stage: Stage) async throws -> Double {
      let all = try await stage.look(at: clouds.start.admin + "/state")["requests"].number
      return try #require(all) - own
    }
  }

  @Test("both are kept: the next command needs no flags")
  func kept() async throws {
    let stage = try await Stage(.walked, seed: 170)
    for command in [
      ["test", "demo"], ["doctor", "demo"], ["doctor", "--all"], ["test", "--all"],
    ] {
      let (said, ending) = try await PipedProgram.run(stage.call(command))
      #expect(ending == .code(0), "\(said)")
    }
    await stage.end()
  }

  @Test(
    "with nobody there, another address gets nothing and ends with 64",
    arguments: [
      ["test", "demo"], ["test", "demo", "--json"], ["doctor", "demo"], ["setup", "demo"],
      ["firmware", "demo", "--flash"], ["firmware", "demo", "--compile"],
      ["forget", "demo", "--yes"],
    ])
  func refused(command: [String]) async throws {
    let stage = try await Stage(.walked, seed: 170)
    let strangers = try await Strangers(stage)
    for flags in [strangers.flags, Array(strangers.flags.prefix(2)), strangers.flags.suffix(2)] {
      if command.contains("--compile"), flags.first == "--blynk-url" { continue }
      let (said, ending) = try await PipedProgram.run(
        stage.call(command + flags, variables: ["CI": "1"]))
      #expect(ending == .code(64), "\(command): \(said)")
      #expect(said.contains(stage.clouds?.start.particle ?? "-") || flags.count == 2, "\(said)")
    }
    #expect(try await strangers.requests(stage) == 0)
    await strangers.clouds.stop()
    await stage.end()
  }

  @Test("of many setups, each that was given for another address is refused")
  func fleet() async throws {
    let stage = try await Stage(.walked, seed: 170)
    let strangers = try await Strangers(stage)
    let (said, ending) = try await PipedProgram.run(
      stage.call(["doctor", "--all"] + strangers.flags))
    #expect(ending != .code(0) && said.contains("address-changed"), "\(said)")
    #expect(try await strangers.requests(stage) == 0)
    await strangers.clouds.stop()
    await stage.end()
  }

  @Test("tokens given once more together with the address go there, and it is kept")
  func renewed() async throws {
    let stage = try await Stage(.walked, seed: 170)
    let strangers = try await Strangers(stage)
    let start = strangers.clouds.start
    let text = """
      path: blueprint
      particle.access_token: \(start.accessToken)
      particle.device_id: \(start.deviceID)
      blynk.auth_token: "\(start.authToken)"
      blynk.template_id: \(start.templateID)
      blynk.server: \(start.blynk)
      confirm: true
      do: true
      practice.admin: \(start.admin)
      """
    try text.write(toFile: stage.answers, atomically: true, encoding: .utf8)
    let (said, ending) = try await PipedProgram.run(
      stage.call(["setup", "demo", "--answers", stage.answers] + strangers.flags))
    #expect(ending == .code(0), "\(said)")
    let (trip, passed) = try await PipedProgram.run(stage.call(["test", "demo"]))
    #expect(passed == .code(0), "\(trip)")
    await strangers.clouds.stop()
    await stage.end()
  }

  @Test("at a terminal a person is asked: a no sends nothing, a yes asks there")
  func asked() async throws {
    let stage = try await Stage(.walked, seed: 170)
    let strangers = try await Strangers(stage)
    let particle = Array(strangers.flags.prefix(2))
    for answer in ["no", ""] {
      let screen = try stage.terminal(["doctor", "demo"] + particle)
      try await screen.expect("Particle's token was given for ")
      try await screen.expect("(yes/no) [no]")
      await screen.type(answer)
      let (text, ending) = await screen.end()
      #expect(ending == .code(64), "\(text)")
    }
    #expect(try await strangers.requests(stage) == 0)
    let screen = try stage.terminal(["doctor", "demo"] + particle)
    try await screen.expect("(yes/no) [no]")
    await screen.type("yes")
    let (text, _) = await screen.end()
    #expect(text.contains("Particle does not know this access token"), "\(text)")
    #expect(try await strangers.requests(stage) > 0)
    await strangers.clouds.stop()
    await stage.end()
  }

  @Test(
    "scheme, host and port make an address; a region's name is Blynk's",
    arguments: [
      ("https://api.particle.io", "https://api.particle.io:443/v1", true),
      ("https://API.Particle.io", "https://api.particle.io", true),
      ("http://api.particle.io", "https://api.particle.io", false),
      ("https://api.particle.io", "https://api.particle.io.evil.example", false),
      ("https://api.particle.io", "https://api.particle.io:8443", false),
      ("http://127.0.0.1:80", "http://127.0.0.1", true),
      ("http://127.0.0.1:8000", "http://127.0.0.1:8001", false),
      ("ny3", "https://ny3.blynk.cloud", true),
      ("fra1.blynk.cloud", "https://fra1.blynk.cloud/", true),
    ])
  func origins(one: String, other: String, isSame: Bool) {
    #expect((CloudAddresses.origin(one) == CloudAddresses.origin(other)) == isSame)
  }
}
