import Core
import HTTP
import PracticeClouds
import Testing

@testable import BlynkAPI

@Suite("The client against Blynk's practice cloud, over HTTP")
struct PracticeBlynkTests {
  /// The practice clouds with everything set up, and a client of Blynk's.
  static func open() async throws -> (clouds: PracticeEnvironment, cloud: BlynkCloud) {
    let transport = Transport.live(userAgent: "footbridge-tests")
    var settings = PracticeSettings(seed: 13)
    settings.ready = true
    let clouds = try await PracticeEnvironment.start(settings, transport: transport)
    await clouds.settle()
    let token = Secret(clouds.start.authToken, name: "blynk.auth_token")
    return (clouds, BlynkCloud(url: clouds.start.blynk, token: token, transport: transport))
  }

  @Test("values are written and read, one, several and all")
  func values() async throws {
    let (clouds, cloud) = try await Self.open()
    _ = try await cloud.isHardwareConnected()
    try await cloud.update(Pin(6), .string("a+b c:d"))
    try await cloud.batchUpdate([Pin(14): .int(7), Pin(15): .double(1.25)])
    #expect(try await cloud.value(Pin(6)) == .string("a+b c:d"))
    let several = try await cloud.values([Pin(14), Pin(15)])
    #expect(several.mapValues(\.number) == [Pin(14): 7, Pin(15): 1.25])
    #expect(try await cloud.all()[Pin(14)]?.integer == 7)
    await clouds.stop()
  }

  @Test("its refusals have the codes they should")
  func refusals() async throws {
    let (clouds, cloud) = try await Self.open()
    let missing = await refusal { try await cloud.update(Pin(99), .int(1)) }
    let type = await refusal { try await cloud.update(Pin(14), .string("abc")) }
    clouds.faults.set(.blynkBadToken, on: true)
    let token = await refusal { _ = try await cloud.all() }
    #expect(
      [missing, type, token].map { $0?.problem.code } == [
        "blynk-datastream-missing", "blynk-datastream-type", "blynk-bad-token",
      ])
    await clouds.stop()
  }

  @Test("the five datastreams of the blueprint are found right, and stand as before")
  func probe() async throws {
    let (clouds, cloud) = try await Self.open()
    let before = try await cloud.all()
    let report = try await DatastreamProbe(cloud).run()
    #expect(report.allRight, "\(report)")
    #expect(report.unrestored.isEmpty)
    #expect(try await cloud.all() == before)
    await clouds.stop()
  }

  @Test("a V6 of the wrong type is found")
  func wrongType() async throws {
    let (clouds, cloud) = try await Self.open()
    clouds.faults.set(.blynkDatastreamType, on: true)
    let report = try await DatastreamProbe(cloud).run()
    #expect(report.findings[Pin(6)] == .wrongType([.integer]), "\(report)")
    await clouds.stop()
  }
}
