import BlynkAPI
import Core

/// What only Blynk's Platform API can see (blynk:platform-plans): it needs a client, which paying
/// plans have.
enum PlatformChecks {
  static let all: [Capability] = [
    .init("blynk.platform-answers", .check(answers), by: .platformClient),
    .init("blynk.template-there", .check(templateThere), by: .platformClient),
    .init("blynk.template-pins", .check(templatePins), by: .platformClient),
    .init("blynk.template-fields", .check(templateFields), by: .platformClient),
    .init("blynk.device-there", .check(deviceThere), by: .platformClient),
    .init("blynk.webhook-right", .check(webhookRight), by: .platformClient),
  ]

  static let answers: Capability.Check = { clouds in
    let templates = try await clouds.platform().templates()
    return .init(
      evidence:
        "Blynk's Platform API lets me in, and shows \(Wording.count(templates.count, "template")).")
  }

  static let templateThere: Capability.Check = { clouds in
    let template = try await PlatformLook.template(clouds.platform(), clouds)
    let name = try PlatformLook.templateName(clouds)
    let id = template.templateIDs.first
    return .init(
      evidence: "Blynk has the template \(name)\(id.map { ", \($0)" } ?? "").",
      facts: id.map { ["blynk.template_id": .plain($0)] } ?? [:])
  }

  /// Names, raw data and defaults of a blueprint are its maker's; pins and types have to be ours.
  static let templatePins: Capability.Check = { clouds in
    try await compare(clouds, onlyTypes: true)
  }

  static let templateFields: Capability.Check = { clouds in
    try await compare(clouds, onlyTypes: false)
  }

  /// The device that was made, by hand or by us, and its AuthToken.
  static let deviceThere: Capability.Check = { clouds in
    let platform = try await clouds.platform()
    guard let device = try await PlatformLook.device(platform, clouds) else {
      throw PlatformProblem.noDevice(template: try PlatformLook.templateName(clouds)).problem
    }
    var facts: [String: Answer] = [:]
    facts["blynk.auth_token"] = device.authToken.map { .secret($0) }
    let shown: Phrase =
      device.name.map { Phrase(verbatim: clouds.scrubber.scrub($0)) } ?? "without a name"
    return .init(
      evidence: "Blynk has the device \(shown), number \(device.id).", facts: facts)
  }

  /// Its header, device and datastream are not documented to us: the round trip proves those.
  static let webhookRight: Capability.Check = { clouds in
    let all = try await clouds.platform().webhooks()
    let url = try clouds.webhookURL()
    let ours = all.filter { $0.url?.lowercased() == url.lowercased() }
    guard let webhook = ours.first else {
      let named = all.first { $0.name == WebhookForm.name }
      throw PlatformProblem.noWebhook(wanted: url, found: named?.url.map(clouds.scrubber.scrub))
        .problem
    }
    guard ours.count == 1 else { throw PlatformProblem.webhooks(ours.map(\.id)).problem }
    let differences = WebhookForm.differences(from: webhook)
    guard differences.isEmpty else {
      throw PlatformProblem.webhook(webhook.id, differences.map { clouds.scrubber.scrub($0) })
        .problem
    }
    return .init(
      evidence: "Blynk's webhook \(webhook.id) calls \(Bindings.functionName) on "
        + "\(try clouds.deviceID()). Its header cannot be seen.")
  }

  private static func compare(
    _ clouds: Clouds, onlyTypes: Bool
  ) async throws -> Observation {
    let platform = try await clouds.platform()
    let template = try await PlatformLook.template(platform, clouds)
    let streams = try await platform.datastreams(template: template.id)
    let differences = GuideDatastream.five.flatMap { wanted in
      wanted.differences(from: streams, onlyTypes: onlyTypes)
    }
    guard differences.isEmpty else {
      throw PlatformProblem.datastreams(differences.map { clouds.scrubber.scrub($0) }).problem
    }
    let pins = Wording.list(GuideDatastream.five.map(\.pin), "and")
    return .init(evidence: "The template has \(pins), as the guide wants them.")
  }
}
