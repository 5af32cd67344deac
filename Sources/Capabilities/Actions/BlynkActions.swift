import Core

/// What a person does in Blynk's console, as far as a program can do it.
enum BlynkActions {
  /// On the real cloud only what the Platform API is documented to make
  /// (blynk:platform-device-made).
  static let all: [Capability] =
    [
      .init("blynk.blueprint.use", .act(useBlueprint, preview: nil), by: .console),
      .init("blynk.template.create", .act(makeTemplate, preview: nil), by: .console),
      .init("blynk.datastreams.create", .act(makeDatastreams, preview: nil), by: .console),
      .init(
        "blynk.device.create", .act(makeDevice, preview: PlatformActions.offerDevice),
        by: .consoleOrPlatformClient),
      .init("blynk.webhook.create", .act(makeWebhook, preview: nil), by: .console),
    ] + datastreams

  static let useBlueprint: Capability.Act = { clouds in
    try await clouds.practiceConsole().useBlueprint()
    return ActionResult(result: "The blueprint is in use.")
  }

  static let makeTemplate: Capability.Act = { clouds in
    let name = try clouds.needed(
      clouds.bindings.plain("blynk.template_name"), "blynk.template_name")
    try await clouds.practiceConsole().makeTemplate(named: name)
    return ActionResult(result: "The template \(name) is there.")
  }

  static let makeDatastreams: Capability.Act = { clouds in
    try await clouds.practiceConsole().makeDatastreams(GuideDatastream.five)
    return ActionResult(result: "The template has its five datastreams.")
  }

  /// One for each: `blynk.datastream-v6.create`.
  private static let datastreams = GuideDatastream.five.map {
    Capability($0.act, .act(making($0), preview: nil), by: .console)
  }

  private static func making(_ stream: GuideDatastream) -> Capability.Act {
    { clouds in
      try await clouds.practiceConsole().makeDatastreams([stream])
      return ActionResult(result: "The template has the datastream \(stream.name).")
    }
  }

  static let makeDevice: Capability.Act = { clouds in
    guard clouds.console != nil else { return try await PlatformActions.makeDevice(clouds) }
    let name = clouds.bindings.plain("particle.device_name") ?? "Particle device"
    try await clouds.practiceConsole().makeDevice(named: name)
    return ActionResult(result: "The device \(name) has an AuthToken.")
  }

  static let makeWebhook: Capability.Act = { clouds in
    try await clouds.practiceConsole().makeWebhook(
      deviceID: clouds.deviceID(), url: clouds.webhookURL(), accessToken: clouds.accessToken())
    return ActionResult(
      result: "Blynk's webhook \(WebhookForm.name) calls \(Bindings.functionName) on "
        + "\(try clouds.deviceID()).")
  }
}
