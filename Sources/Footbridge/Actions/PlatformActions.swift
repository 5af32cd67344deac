import BlynkAPI
import Core
import Walkthrough

/// What Footbridge makes in Blynk through its Platform API. Only a device: how templates,
/// datastreams and webhooks are made is not documented to us (blynk:platform-templates,
/// blynk:platform-datastreams, blynk:platform-webhooks).
enum PlatformActions {
  static let all: [String: Capabilities.Act] = ["blynk.device.create": makeDevice]

  /// Makes the device, unless one of the template has the Particle device's name already.
  static let makeDevice: Capabilities.Act = { clouds in
    let platform = try await clouds.platform()
    if let found = try await device(platform, clouds) {
      let isOurs = try InterruptedAction(clouds).began(after: PlatformProblem.deviceMissing)
      return ActionResult(
        result: "The device \(shown(found, clouds)) is there.",
        made: isOurs ? object(found) : nil, facts: facts(found))
    }
    let template = try await PlatformChecks.template(platform, clouds)
    let made = try await platform.createDevice(
      name: name(clouds), template: id(of: template, clouds),
      organization: platform.organization(), owner: owner(platform, clouds).id)
    return ActionResult(
      result: "Made the device \(shown(made, clouds)), number \(made.id).",
      made: object(made), facts: facts(made))
  }

  private static func object(_ device: PlatformDevice) -> MadeObject {
    MadeObject(kind: Teardown.blynkDevice, id: "\(device.id)")
  }

  static let offerDevice: Capabilities.Preview = { clouds in
    guard clouds.console == nil else { return nil }
    let platform = try await clouds.platform()
    if let found = try await device(platform, clouds) {
      return ActionPreview(
        intro: "The template has a device of that name. I would take it, with its AuthToken:",
        rows: [["device", shown(found, clouds)], ["number", "\(found.id)"]])
    }
    let template = try await PlatformChecks.template(platform, clouds)
    let owner = try await owner(platform, clouds)
    return ActionPreview(
      intro: "I would make this device in Blynk, and keep its AuthToken:",
      rows: [
        ["TEMPLATE", clouds.scrubber.scrub(template.name ?? "")], ["DEVICE NAME", name(clouds)],
        ["owner", clouds.scrubber.scrub(owner.email ?? owner.name ?? "user \(owner.id)")],
      ])
  }

  /// The device of our template: the only one, or the one with the Particle device's name. It is
  /// asked for whole, as a list leaves its AuthToken out.
  static func device(
    _ platform: BlynkPlatform, _ clouds: Clouds
  ) async throws -> PlatformDevice? {
    let template = try await PlatformChecks.template(platform, clouds)
    let ours = try await platform.devices().filter { $0.templateID == template.id }
    let found = ours.first { $0.name == name(clouds) } ?? (ours.count == 1 ? ours[0] : nil)
    guard let found else { return nil }
    return try await platform.device(found.id)
  }

  private static func owner(
    _ platform: BlynkPlatform, _ clouds: Clouds
  ) async throws -> PlatformUser {
    let users = try await platform.users()
    guard users.count == 1 else {
      let names = users.map { clouds.scrubber.scrub($0.email ?? $0.name ?? "user \($0.id)") }
      throw PlatformProblem.owners(names).problem
    }
    return users[0]
  }

  private static func id(of template: PlatformTemplate, _ clouds: Clouds) throws -> String {
    try clouds.needed(
      template.templateIDs.first ?? clouds.bindings.plain("blynk.template_id"),
      "blynk.template_id")
  }

  /// Blynk takes at most 50 letters, digits, blanks, apostrophes, underscores and hyphens.
  private static func name(_ clouds: Clouds) -> String {
    let name = clouds.bindings.plain("particle.device_name") ?? "Particle device"
    return String(name.filter { $0.isLetter || $0.isNumber || " '_-".contains($0) }.prefix(50))
  }

  private static func shown(_ device: PlatformDevice, _ clouds: Clouds) -> String {
    clouds.scrubber.scrub(device.name ?? "number \(device.id)")
  }

  private static func facts(_ device: PlatformDevice) -> [String: Answer] {
    device.authToken.map { ["blynk.auth_token": .secret($0)] } ?? [:]
  }
}
