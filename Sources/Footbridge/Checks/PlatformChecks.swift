import BlynkAPI
import Core

/// What only Blynk's Platform API can see (blynk:platform-plans): it needs a client, which paying
/// plans have.
enum PlatformChecks {
  static let all: [String: Capabilities.Check] = [
    "blynk.platform-answers": answers,
    "blynk.template-there": templateThere,
    "blynk.template-pins": templatePins,
    "blynk.template-fields": templateFields,
    "blynk.device-there": deviceThere,
    "blynk.webhook-right": webhookRight,
  ]

  static let answers: Capabilities.Check = { clouds in
    let templates = try await clouds.platform().templates()
    return .init(
      evidence:
        "Blynk's Platform API lets me in, and shows \(Wording.count(templates.count, "template")).")
  }

  static let templateThere: Capabilities.Check = { clouds in
    let template = try await template(clouds.platform(), clouds)
    let id = template.templateIDs.first
    return .init(
      evidence: "Blynk has the template \(try name(clouds))\(id.map { ", \($0)" } ?? "").",
      facts: id.map { ["blynk.template_id": .plain($0)] } ?? [:])
  }

  /// Names, raw data and defaults of a blueprint are its maker's; pins and types have to be ours.
  static let templatePins: Capabilities.Check = { clouds in
    try await compare(clouds, onlyTypes: true)
  }

  static let templateFields: Capabilities.Check = { clouds in
    try await compare(clouds, onlyTypes: false)
  }

  /// The device that was made, by hand or by us, and its AuthToken.
  static let deviceThere: Capabilities.Check = { clouds in
    let platform = try await clouds.platform()
    guard let device = try await PlatformActions.device(platform, clouds) else {
      throw PlatformProblem.noDevice(template: try name(clouds)).problem
    }
    var facts: [String: Answer] = [:]
    facts["blynk.auth_token"] = device.authToken.map { .secret($0) }
    let shown = clouds.scrubber.scrub(device.name ?? "without a name")
    return .init(
      evidence: "Blynk has the device \(shown), number \(device.id).", facts: facts)
  }

  /// Its header, device and datastream are not documented to us: the round trip proves those.
  static let webhookRight: Capabilities.Check = { clouds in
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
      throw PlatformProblem.webhook(webhook.id, differences.map(clouds.scrubber.scrub)).problem
    }
    return .init(
      evidence: "Blynk's webhook \(webhook.id) calls \(Bindings.functionName) on "
        + "\(try clouds.deviceID()). Its header cannot be seen.")
  }

  private static func name(_ clouds: Clouds) throws -> String {
    try clouds.needed(clouds.bindings.plain("blynk.template_name"), "blynk.template_name")
  }

  /// The template of the answered name; of several the one of the answered id.
  static func template(
    _ platform: BlynkPlatform, _ clouds: Clouds
  ) async throws -> PlatformTemplate {
    let name = try name(clouds)
    let all = try await platform.templates()
    let named = all.filter { $0.name == name }
    let id = clouds.bindings.plain("blynk.template_id")
    if let template = named.first(where: { $0.templateIDs.contains(id ?? "") }) ?? named.first {
      return template
    }
    let names = all.compactMap { $0.name.map(clouds.scrubber.scrub) }
    throw PlatformProblem.noTemplate(name, names: names).problem
  }

  private static func compare(
    _ clouds: Clouds, onlyTypes: Bool
  ) async throws -> Capabilities.Observation {
    let platform = try await clouds.platform()
    let template = try await template(platform, clouds)
    let streams = try await platform.datastreams(template: template.id)
    let differences = GuideDatastream.five.flatMap { wanted in
      wanted.differences(from: streams, onlyTypes: onlyTypes)
    }
    guard differences.isEmpty else {
      throw PlatformProblem.datastreams(differences.map(clouds.scrubber.scrub)).problem
    }
    let pins = Wording.list(GuideDatastream.five.map(\.pin), "and")
    return .init(evidence: "The template has \(pins), as the guide wants them.")
  }
}
