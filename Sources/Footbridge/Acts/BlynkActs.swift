import Ground

/// What a person does in Blynk's console, as far as a program can do it.
enum BlynkActs {
  static let all: [String: Works.Act] = others.merging(datastreams) { first, _ in first }

  private static let others: [String: Works.Act] = [
    "blynk.blueprint.use": useBlueprint,
    "blynk.template.create": makeTemplate,
    "blynk.datastreams.create": makeDatastreams,
    "blynk.device.create": makeDevice,
    "blynk.webhook.create": makeWebhook,
  ]

  static let useBlueprint: Works.Act = { clouds in
    try await clouds.practiceConsole().useBlueprint()
    return Deed(result: "The blueprint is in use.")
  }

  static let makeTemplate: Works.Act = { clouds in
    let name = try clouds.needed(
      clouds.bindings.plain("blynk.template_name"), "blynk.template_name")
    try await clouds.practiceConsole().makeTemplate(named: name)
    return Deed(result: "The template \(name) is there.")
  }

  static let makeDatastreams: Works.Act = { clouds in
    try await clouds.practiceConsole().makeDatastreams(GuideDatastream.five)
    return Deed(result: "The template has its five datastreams.")
  }

  /// One for each: `blynk.datastream-v6.create`.
  private static let datastreams: [String: Works.Act] = Dictionary(
    uniqueKeysWithValues: GuideDatastream.five.map { ($0.act, making($0)) })

  private static func making(_ stream: GuideDatastream) -> Works.Act {
    { clouds in
      try await clouds.practiceConsole().makeDatastreams([stream])
      return Deed(result: "The template has the datastream \(stream.name).")
    }
  }

  static let makeDevice: Works.Act = { clouds in
    guard clouds.console != nil else { return try await PlatformActs.makeDevice(clouds) }
    let name = clouds.bindings.plain("particle.device_name") ?? "Particle device"
    try await clouds.practiceConsole().makeDevice(named: name)
    return Deed(result: "The device \(name) has an AuthToken.")
  }

  static let makeWebhook: Works.Act = { clouds in
    try await clouds.practiceConsole().makeWebhook(
      deviceID: clouds.deviceID(), url: clouds.webhookURL(), accessToken: clouds.accessToken())
    return Deed(
      result: "Blynk's webhook \(WebhookForm.name) calls \(Bindings.functionName) on "
        + "\(try clouds.deviceID()).")
  }
}
