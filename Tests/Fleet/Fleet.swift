import BlynkAPI
import Core
import Firmware
import HTTP
import ParticleAPI
import PracticeClouds
import RoundTrip
import TestSupport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Many practice devices on a few accounts, and trips on all of them at once: each hears what its
/// neighbours of the account say, as in life.
struct Fleet: Sendable {
  struct Member: Sendable {
    let start: PracticeStart
    let deviceID: String
    let authToken: Secret
    /// Devices of one account share a transport, as one program would have it.
    let transport: Transport
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What Blynk's PRO plan has room for (blynk:limit-devices).
  static let devicesPerAccount = 50

  let clouds: [PracticeEnvironment]
  let members: [Member]

  /// So many devices, each with the sketch, a Blynk device and a webhook of its own.
  static func open(devices: Int, seed: UInt64) async throws -> Fleet {
    let transport = Transport.live(userAgent: "footbridge-fleet")
    var clouds: [PracticeEnvironment] = []
    var members: [Member] = []
    while members.count < devices {
      let count = min(devicesPerAccount, devices - members.count)
      var settings = PracticeSettings(seed: seed &+ UInt64(clouds.count))
      settings.ready = true
      settings.particle.deviceCount = count
      settings.blynk.plan = .pro
      settings.blynk.webhookCallsPerMinute = 1_000
      let account = try await PracticeEnvironment.start(settings, transport: transport)
      clouds.append(account)
      members += try await people(account, transport)
    }
    return Fleet(clouds: clouds, members: members)
  }

  func stop() async {
    for account in clouds { await account.stop() }
  }

  /// The trip of one device.
  static func trip(of member: Member) -> Trip {
    let start = member.start
    let access = Secret(start.accessToken, name: "particle.access_token")
    return Trip(
      plan: TripPlan(
        setup: "fleet", deviceID: member.deviceID,
        integrationURL: start.blynk + "/external/api/batch/update"),
      particle: ParticleCloud(url: start.particle, token: access, transport: member.transport),
      blynk: BlynkCloud(url: start.blynk, token: member.authToken, transport: member.transport),
      now: { Date() }, scrubber: Scrubber([access, member.authToken]))
  }

  // MARK: console work

  /// All devices of an account, those from the factory set up like the first.
  private static func people(
    _ account: PracticeEnvironment, _ transport: Transport
  ) async throws -> [Member] {
    let start = account.start
    let access = Secret(start.accessToken, name: "particle.access_token")
    let particle = ParticleCloud(url: start.particle, token: access, transport: transport)
    var members: [Member] = []
    for id in try await particle.devices().map(\.id) {
      let isFirst = id == start.deviceID
      let token =
        isFirst
        ? Secret(start.authToken, name: "blynk.auth_token")
        : try await setUp(id, start, particle, transport)
      members.append(
        Member(start: start, deviceID: id, authToken: token, transport: transport))
    }
    await account.settle()
    return members
  }

  /// - Returns: the AuthToken of the new Blynk device.
  private static func setUp(
    _ id: String, _ start: PracticeStart, _ particle: ParticleCloud, _ transport: Transport
  ) async throws -> Secret {
    struct Activated: Decodable { var auth_token: String }
    let name = "fleet \(id.prefix(8))"
    let made = try await post(start.admin + "/activate", ["name": name], transport)
    let token = Secret(
      try JSONDecoder().decode(Activated.self, from: Data(made)).auth_token,
      name: "blynk.auth_token")
    let webhook = Webhook(
      name: name, deviceName: name, url: "\(start.particle)/v1/devices/\(id)/blynk_led",
      headers: ["Authorization": "Bearer \(start.accessToken)"])
    _ = try await post(start.admin + "/webhook", webhook, transport)
    let sketch = try SketchSource(
      templateID: start.templateID, templateName: "Fleet", authToken: token)
    for try await part in particle.events(of: id, prefix: "spark/status") {
      if part == .opened {
        let file = SourceFile(name: "footbridge.ino", content: sketch.source)
        _ = try await particle.flash(id, files: [file])
      }
      if case .event(let event) = part, event.data == "online" { break }
    }
    return token
  }

  /// Blynk's webhook as the guide has it.
  private struct Webhook: Encodable {
    /// The Blynk device's, and the webhook's own.
    var name: String
    var deviceName: String
    var url: String
    var headers: [String: String]
    var pin = "V16"
    var body = #"{"args":"{device_pinValue}"}"#

    enum CodingKeys: String, CodingKey {
      case name, url, headers, pin, body
      case deviceName = "device_id"
    }
  }

  private static func post(
    _ url: String, _ body: some Encodable, _ transport: Transport
  ) async throws -> [UInt8] {
    let text = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
    let reply = try await transport.send(
      Request(.post, MaskedText(url), body: .json(MaskedText(text))))
    guard reply.status == 200 else {
      throw Failure(description: "\(url): \(String(decoding: reply.body, as: UTF8.self))")
    }
    return reply.body
  }
}
