import BlynkAPI
import Core
import Walkthrough

/// What Footbridge makes in Blynk through its Platform API. Only a device: how templates,
/// datastreams and webhooks are made is not documented to us (blynk:platform-templates,
/// blynk:platform-datastreams, blynk:platform-webhooks).
enum PlatformActions {
  /// Makes the device, unless one of the template has the Particle device's name already.
  static let makeDevice: Capability.Act = { clouds in
    let platform = try await clouds.platform()
    if let found = try await PlatformLook.device(platform, clouds) {
      let isOurs = try InterruptedAction(clouds).began(after: PlatformProblem.deviceMissing)
      return ActionResult(
        result: "The device \(shown(found, clouds)) is there.",
        made: isOurs ? object(found) : nil, facts: facts(found))
    }
    let template = try await PlatformLook.template(platform, clouds)
    let made = try await platform.createDevice(
      name: PlatformLook.deviceName(clouds), template: id(of: template, clouds),
      organization: platform.organization(), owner: owner(platform, clouds).id)
    return ActionResult(
      result: "Made the device \(shown(made, clouds)), number \(made.id).",
      made: object(made), facts: facts(made))
  }

  private static func object(_ device: PlatformDevice) -> MadeObject {
    MadeObject(kind: Teardown.blynkDevice, id: "\(device.id)")
  }

  static let offerDevice: Capability.Preview = { clouds in
    guard clouds.console == nil else { return nil }
    let platform = try await clouds.platform()
    if let found = try await PlatformLook.device(platform, clouds) {
      return ActionPreview(
        intro: "The template has a device of that name. I would take it, with its AuthToken:",
        rows: [["device", shown(found, clouds)], ["number", "\(found.id)"]])
    }
    let template = try await PlatformLook.template(platform, clouds)
    let owner = try await owner(platform, clouds)
    return ActionPreview(
      intro: "I would make this device in Blynk, and keep its AuthToken:",
      rows: [
        ["TEMPLATE", Phrase(verbatim: clouds.scrubber.scrub(template.name ?? ""))],
        ["DEVICE NAME", Phrase(verbatim: PlatformLook.deviceName(clouds))],
        ["owner", name(owner, clouds)],
      ])
  }

  private static func owner(
    _ platform: BlynkPlatform, _ clouds: Clouds
  ) async throws -> PlatformUser {
    let users = try await platform.users()
    guard users.count == 1 else {
      throw PlatformProblem.owners(users.map { name($0, clouds) }).problem
    }
    return users[0]
  }

  private static func name(_ user: PlatformUser, _ clouds: Clouds) -> Phrase {
    let name = (user.email ?? user.name).map { Phrase(verbatim: clouds.scrubber.scrub($0)) }
    return name ?? "user \(user.id)"
  }

  private static func id(of template: PlatformTemplate, _ clouds: Clouds) throws -> String {
    try clouds.needed(
      template.templateIDs.first ?? clouds.bindings.plain("blynk.template_id"),
      "blynk.template_id")
  }

  private static func shown(_ device: PlatformDevice, _ clouds: Clouds) -> Phrase {
    device.name.map { Phrase(verbatim: clouds.scrubber.scrub($0)) } ?? "number \(device.id)"
  }

  private static func facts(_ device: PlatformDevice) -> [String: Answer] {
    device.authToken.map { ["blynk.auth_token": .secret($0)] } ?? [:]
  }
}
