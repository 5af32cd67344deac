import Core
import Foundation
import Guide
import Storage
import Testing

@testable import Fleet
@testable import SetupFlow

/// A home with many setups, on the practice devices of one account.
final class FleetStage: Sendable {
  let stage: Stage
  let fleet: Fleet

  /// Setups are named `s-0000` and on; those with the same remainder share a device.
  static func name(_ number: Int) -> String {
    let digits = "\(number)"
    return "s-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  init(setups: Int, devices: Int, seed: UInt64) async throws {
    stage = try await Stage(.none, seed: seed)
    fleet = try await Fleet.open(devices: devices, seed: seed)
    let guide = try GuideDocument.load(from: FleetStage.checkout + "/Guides/particle-blynk")
    for number in 0..<setups {
      let name = FleetStage.name(number)
      let member = fleet.members[number % devices]
      let setup = try begin(name, guide)
      try setup.keep(.plain("blueprint"), for: "path")
      let access = Secret(member.start.accessToken, name: "particle.access_token")
      try setup.keep(.secret(access), for: "particle.access_token")
      try setup.keep(.plain(member.deviceID), for: "particle.device_id")
      try setup.keep(.plain(member.start.blynk), for: "blynk.server")
      try setup.keep(.secret(member.authToken), for: "blynk.auth_token")
      try setup.record(
        .checkHeld(step: StepName(section: "prepare", step: "device"), evidence: "seen"))
    }
  }

  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// A setup with no answer yet.
  @discardableResult
  func begin(_ name: String, _ guide: GuideDocument? = nil) throws -> OpenSetup {
    let home = StateDirectory(path: stage.home)
    try home.prepare()
    return try OpenSetup(
      name: name,
      guide: guide ?? GuideDocument.load(from: FleetStage.checkout + "/Guides/particle-blynk"),
      home: home, lock: SetupLock(setup: name, home: home), now: { Date() })
  }

  /// Runs the program; what it says for programs and for people come apart.
  func run(_ arguments: String...) async throws -> (
    data: String, words: String, ending: ChildProcess.Ending
  ) {
    let start = fleet.members[0].start
    let words = stage.scratch.file("words")
    let flags = ["--particle-url", start.particle, "--blynk-url", start.blynk]
    let isMerge = arguments.first == "history"
    var call = try stage.call(
      ["-c", "\"$0\" \"$@\" 2>\(words)", try BuiltProgram.path()] + arguments
        + (isMerge ? [] : flags))
    call.path = "/bin/sh"
    let (data, ending) = try await PipedProgram.run(call)
    return (data, try String(contentsOfFile: words, encoding: .utf8), ending)
  }

  func end() async {
    await fleet.stop()
    await stage.end()
  }
}
