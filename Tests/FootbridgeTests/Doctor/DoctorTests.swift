import Testing

/// What `doctor` says of a finished setup that has a fault.
@Suite("Examining a finished setup")
struct DoctorTests {
  private static func checks(_ stage: Stage) async throws -> (
    all: [Look], ending: ChildProcess.Ending
  ) {
    let (said, ending) = try await stage.run("doctor", "demo", "--json")
    // What is said in words beside it goes to the error stream.
    let object = try #require(said.split(separator: "\n").first { $0.hasPrefix("{") })
    return (try Look(json: String(object)).at("checks").list, ending)
  }

  private static func find(_ step: String, in checks: [Look]) throws -> Look {
    try #require(checks.first { $0["step"].text == step })
  }

  @Test("a device that has just started is said to, however often one looks")
  func starting() async throws {
    let stage = try await Stage(.walked, seed: 310)
    _ = try await stage.admin("/fault", #"{"name":"device-starting","on":true}"#)
    for _ in 1...2 {
      let (checks, _) = try await Self.checks(stage)
      #expect(try Self.find("firmware/flash", in: checks)["code"].text == "device-starting")
    }
    await stage.end()
  }

  @Test(
    "a row that the guide's sketch cannot fill is told, and no fault: another sketch may send it")
  func unfilled() async throws {
    let stage = try await Stage(.walked, seed: 311)
    try await stage.addIntegrationRow("V3", "{{{lon}}},{{{lat}}}")
    let (checks, ending) = try await Self.checks(stage)
    let warning = try Self.find("particle-integration/create", in: checks)["warning"].text
    #expect(ending == .code(0))
    #expect(warning?.hasPrefix("integration-wrong-field:") == true)
    #expect(warning?.contains("V3") == true && warning?.contains("lon") == true)
    await stage.end()
  }

  @Test("what was waited for in vain is named, as the fix points to it")
  func silence() async throws {
    let stage = try await Stage(.walked, seed: 312)
    _ = try await stage.admin("/fault", #"{"name":"oversized-body","on":true}"#)
    let (checks, ending) = try await Self.checks(stage)
    #expect(ending == .code(2))
    for check in checks where check["code"].text == "unexpected-reply" {
      #expect(check["evidence"].list.first?.text?.contains("127.0.0.1:") == true)
    }
    #expect(checks.contains { $0["code"].text == "unexpected-reply" })
    await stage.end()
  }

  @Test("a cloud that refuses for a reason of its own has no trouble, and is quoted")
  func refused() async throws {
    let stage = try await Stage(.walked, seed: 313)
    _ = try await stage.admin("/fault", #"{"name":"cloud-refused","on":true}"#)
    let (checks, ending) = try await Self.checks(stage)
    #expect(ending == .code(1))
    #expect(checks.allSatisfy { $0["holds"].truth == true || $0["code"].text == "cloud-refused" })
    let (trip, verdict) = try await stage.run("test", "demo", "--json")
    #expect(verdict == .code(1))
    #expect(try Look(json: trip)["cause"].text == "cloud-refused")
    #expect(trip.contains("This account is barred"))
    await stage.end()
  }
}
