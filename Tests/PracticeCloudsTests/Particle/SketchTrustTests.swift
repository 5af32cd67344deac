import Core
import DeviceSimulator
import Firmware
import Foundation
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

/// Whose sketches run on this machine.
struct SketchTrustTests {
  private static let compiler = HostCompiler(environment: ProcessInfo.processInfo.environment)

  private func flash(
    _ bench: ParticleBench, _ name: String, _ text: String
  ) async throws -> [Response] {
    let body = Body.multipart([Body.Part(name: "file", fileName: name, content: MaskedText(text))])
    let made = try await bench.send(.post, "/v1/binaries", body: body)
    let flashed = try await bench.send(.put, "/v1/devices/\(bench.device)", body: body)
    return [made, flashed]
  }

  private static func own(_ change: (String) -> String = { $0 }) throws -> String {
    let token = Secret("abcdefghijklmnopqrstuvwxyzABCDEF", name: "blynk.auth_token")
    return change(
      try SketchSource(templateID: "TMPL1", templateName: "Mine", authToken: token).openedText())
  }

  @Test("our own sketch with the person's values needs no word, and no compiler")
  func own() async throws {
    let compiler = HostCompilation.host(HostCompiler(environment: [:]), sketches: false)
    try await ParticleBench.run(compiler: compiler) { bench in
      for reply in try await flash(bench, "../../footbridge.ino", try Self.own()) {
        #expect(reply.status == 200, "\(reply.text)")
      }
    }
  }

  @Test("any other is refused, with what to type, until the person said that they may run")
  func others() async throws {
    let sketches = [
      "void setup(){}\nvoid loop(){}\n", "", try Self.own { $0 + "\n" },
      try Self.own { $0.replacing("SENSOR_VALUE 3.14159", with: "SENSOR_VALUE system(\"id\")") },
      try Self.own { $0.replacing("\"TMPL1\"", with: "\"T\" + system(\"id\") + \"\"") },
      try Self.own { $0.replacing("\"TMPL1\"", with: "\"T\\\n#include </etc/passwd>\n\"") },
      try Self.own { $0.replacing("\"TMPL1\"", with: "\"\\x41\"") },
      try Self.own { $0.replacing("abcdefghij", with: "\\\",\\\"v16\\\":1") },
    ]
    let compiler = HostCompilation.host(Self.compiler, sketches: false)
    try await ParticleBench.run(compiler: compiler) { bench in
      for sketch in sketches {
        for reply in try await flash(bench, "x.ino", sketch) {
          #expect(reply.status == 406)
          #expect(reply.text.contains("footbridge practice serve --sketches"))
        }
      }
    }
  }

  @Test(
    "a file's name leads nowhere", .enabled(if: compiler.compilerPath != nil),
    arguments: [
      "../x.ino", "/etc/x.ino", "src/../../x.ino", ".x.ino", "a//x.ino", "a\\x.ino", "./x.ino",
    ])
  func names(name: String) async throws {
    let compiler = HostCompilation.host(Self.compiler, sketches: true)
    try await ParticleBench.run(compiler: compiler) { bench in
      for reply in try await flash(bench, name, "void setup(){}\nvoid loop(){}\n") {
        let body = JSONValue(parsing: reply.body)
        #expect(body?["ok"] == false, "\(reply.text)")
        #expect(reply.text.contains("cannot be named"), "\(reply.text)")
      }
    }
  }
}
