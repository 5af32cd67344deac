import Core
import Foundation
import HTTP
import Testing

/// Tokens that are not ours, planted wherever a cloud can hold text: no output of any command and
/// no file says one.
@Suite("Strangers' tokens")
struct StrangersTokensTests {
  private static let drawn = "abcdefghijklmnopqrstuvwxyzABCDEF"
  private static let hex = "fedcba9876543210fedcba9876543210fedcba98"
  private static let planted = [
    drawn, drawn.uppercased(), hex, "hunter2-hunter2", "k3y-0123456789",
  ]

  /// An integration of the guide's event whose address, header and name hold tokens.
  private func plant(on stage: Stage) async throws {
    let start = try #require(stage.clouds?.start)
    let header = [HeaderField("Authorization", MaskedText("Bearer \(start.accessToken)"))]
    _ = try await stage.deleteIntegrations()
    let body = """
      {"integration_type":"Webhook","name":"##[error]\\n::error::\(Self.hex)","requestType":"GET",
       "event":"blynk_https_get","noDefaults":true,"rejectUnauthorized":true,
       "url":"\(start.blynk)/external/api/batch/update?token=\(Self.drawn)&a=\(Self.hex)",
       "headers":{"Authorization":"Bearer \(Self.drawn.uppercased())","X-Api-Key":"k3y-0123456789"},
       "query":{"token":"\(Self.drawn)","password":"hunter2-hunter2","V17":"{{{v17}}}"}}
      """
    let made = try await stage.transport.send(
      Request(
        .post, MaskedText(start.particle + "/v1/integrations"), headers: header,
        body: .json(MaskedText(body))))
    #expect((200..<300).contains(made.status), "\(made.text)")
    let name = "lamp token=hunter2-hunter2 \(Self.hex)"
    _ = try await stage.transport.send(
      Request(
        .put, MaskedText("\(start.particle)/v1/devices/\(start.deviceID)"), headers: header,
        body: .json(MaskedText("{\"name\":\"\(name)\"}"))))
  }

  private func expectNone(_ text: String, _ place: String) {
    for token in Self.planted { #expect(!text.contains(token), "\(token) in \(place):\n\(text)") }
  }

  @Test("no output of any command, no report, no recording and no logbook holds one")
  func everywhere() async throws {
    let stage = try await Stage(.walked, seed: 12)
    try await plant(on: stage)
    let reports = ["--junit", "--tap", "--html", "--markdown"].flatMap {
      [$0, stage.scratch.file("report" + $0)]
    }
    let commands = [
      ["test", "demo", "-v"] + reports, ["test", "demo", "--json"], ["doctor", "demo", "-v"],
      ["doctor", "demo", "--json"], ["doctor", "--all", "--json"], ["doctor", "--all"],
      ["test", "--all"], ["doctor", "demo", "--record", stage.scratch.file("own.har")],
    ]
    for command in commands {
      let said = try await PipedProgram.run(stage.call(command + stage.cloudFlags)).text
      expectNone(said, command.joined(separator: " "))
      #expect(!said.contains("##["), "\(said)")
      let rows = said.split(separator: "\n").map { $0.drop { $0 == " " } }
      #expect(!rows.contains { $0.hasPrefix("::") }, "\(said)")
    }
    for command in [["status"], ["status", "--json"], ["history"], ["history", "--json"]] {
      expectNone(try await PipedProgram.run(stage.call(command)).text, command[0])
    }
    let setup = try await stage.run("setup", "demo", "--answers", stage.answers, "-v").text
    expectNone(setup, "setup")
    for entry in try Scratch.entries(of: stage.scratch.path) where !entry.isFolder {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(stage.scratch.path)/\(entry.path)"))
      expectNone(String(decoding: data, as: UTF8.self), entry.path)
    }
    await stage.end()
  }
}
