import Core
import HTTP
import Testing

@testable import ParticleAPI

@Suite("Compiling and flashing at Particle")
struct FirmwareTests {
  static let files = ["a.ino", "src/b.h"].map { SourceFile(name: $0, content: "x") }

  static func parts(_ scripted: Scripted) -> [Body.Part] {
    guard case .multipart(let parts)? = scripted.requests.first?.body else { return [] }
    return parts
  }

  @Test("a compilation of any year decodes")
  func compiled() async throws {
    let whole = """
      {"ok":true,"binary_id":"5f00","binary_url":"/v1/binaries/5f00","build_target_version":"5.8.0",
       "expires_at":"2024-05-02T09:30:12.174Z","sizeInfo":"text data"}
      """
    let made = try await Scripted(200, whole).cloud.compile(
      Self.files, for: BuildTarget(.platform(13)))
    #expect(made.id == "5f00" && made.path == "/v1/binaries/5f00" && made.version == "5.8.0")
    #expect(made.expiresAt == "2024-05-02T09:30:12.174Z" && made.sizeInfo == "text data")
    let old = try await Scripted(200, #"{"ok":true,"binary_id":"5f00","sizeInfo":""}"#).cloud
      .compile([], for: BuildTarget(.product(1)))
    #expect(old.version == nil)
  }

  @Test(
    "what it is for goes along as fields",
    arguments: [
      (BuildTarget(.platform(13)), ["platform_id=13", "latest=true"]),
      (
        BuildTarget(.product(7), version: "5.8.0"),
        ["product_id=7", "build_target_version=5.8.0"]
      ),
    ])
  func target(target: BuildTarget, fields: [String]) async throws {
    let scripted = Scripted(200, #"{"binary_id":"x"}"#)
    _ = try await scripted.cloud.compile(Self.files, for: target)
    let parts = Self.parts(scripted)
    #expect(parts.prefix(2).map(\.fileName) == ["a.ino", "src/b.h"])
    #expect(parts.dropFirst(2).map { "\($0.name)=\($0.content)" } == fields)
  }

  @Test("a failed build is told with what there is of the compiler's words")
  func failed() async {
    let bodies = [
      #"{"ok":false,"code":200,"output":"build didn't produce binary","errors":["a.ino:1: no"]}"#,
      #"{"ok":false,"output":"Compiler timed out or encountered an error"}"#,
    ]
    var evidence: [String?] = []
    for (status, body) in zip([406, 200], bodies) {
      let error = await refusal {
        _ = try await Scripted(status, body).cloud.compile([], for: BuildTarget(.platform(6)))
      }
      #expect(error?.problem.code == "build-failed")
      evidence.append(error?.problem.evidence.last?.english)
    }
    #expect(evidence == ["a.ino:1: no", "Compiler timed out or encountered an error"])
  }

  @Test("a binary comes and goes as the bytes it is")
  func binary() async throws {
    let bytes: [UInt8] = [0, 255, 13, 10, 0xC3, 0x28]
    let scripted = Scripted(200, bytes: bytes)
    #expect(try await scripted.cloud.binary("5f00") == bytes)
    let device = Scripted(200, #"{"id":"e00f","status":"Update started"}"#)
    #expect(try await device.cloud.flash("e00f", binary: bytes) == "Update started")
    #expect(Self.parts(device).map(\.bytes) == [bytes])
    #expect(Self.parts(device).map(\.fileName) == ["firmware.bin"])
  }

  @Test("a device that is away is told so, old reply or new")
  func away() async {
    let body = #"{"ok":false,"code":500,"errors":["Request Timed Out"]}"#
    let error = await refusal { _ = try await Scripted(500, body).cloud.flash("a", binary: [1]) }
    #expect(error?.problem.code == "device-offline")
  }
}
