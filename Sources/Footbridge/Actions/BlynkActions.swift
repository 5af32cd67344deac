import Core

/// What a person does in Blynk's console, as far as a program can do it.
enum BlynkActions {
  static let all: [String: Capabilities.Act] = others.merging(datastreams) { first, _ in first }

  private static let others: [String: Capabilities.Act] = [
    "blynk.blueprint.use": useBlueprint,
    "blynk.template.create": makeTemplate,
    "blynk.datastreams.create": makeDatastreams,
    "blynk.device.create": makeDevice,
    "blynk.webhook.create": makeWebhook,
  ]

  static let useBlueprint: Capabilities.Act = { clouds in
    try await clouds.practiceConsole().useBlueprint()
    return ActionResult(result: "The blueprint is in use.")
  }

  static let makeTemplate: Capabilities.Act = { clouds in
    let name = try clouds.needed(
      clouds.bindings.plain("blynk.template_name"), "blynk.template_name")
    try await clouds.practiceConsole().makeTemplate(named: name)
    return ActionResult(result: "The template \(name) is there.")
  }

  static let makeDatastreams: Capabilities.Act = { clouds in
    try await clouds.practiceConsole().makeDatastreams(GuideDatastream.five)
    return ActionResult(result: "The template has its five datastreams.")
  }

  /// One for each: `blynk.datastream-v6.create`.
  private static let datastreams: [String: Capabilities.Act] = Dictionary(
    uniqueKeysWithValues: GuideDatastream.five.map { ($0.act, making($0)) })

  private static func making(_ stream: GuideDatastream) -> Capabilities.Act {
    { clouds in
      try await clouds.practiceConsole().makeDatastreams([stream])
      return ActionResult(result: "The template has the datastream \(stream.name).")
    }
  }

  static let makeDevice: Capabilities.Act = { clouds in
    guard clouds.console != nil else { return try await PlatformActions.makeDevice(clouds) }
    let name = clouds.bindings.plain("particle.device_name") ?? "Particle device"
    try await clouds.practiceConsole().makeDevice(named: name)
    return ActionResult(result: "The device \(name) has an AuthToken.")
  }

  static let makeWebhook: Capabilities.Act = { clouds in
    try await clouds.practiceConsole().makeWebhook(
      deviceID: clouds.deviceID(), url: clouds.webhookURL(), accessToken: clouds.accessToken())
    return ActionResult(
      result: "Blynk's webhook \(WebhookForm.name) calls \(Bindings.functionName) on "
        + "\(try clouds.deviceID()).")
  }
}
