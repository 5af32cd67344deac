import Ground

/// What a person does in Blynk's console, as far as a program can do it.
enum BlynkActs {
  static let all: [String: Works.Act] = [
    "blynk.blueprint.use": { clouds in
      try await clouds.practiceConsole().useBlueprint()
      return "The blueprint is in use; its device has an AuthToken."
    },
    "blynk.webhook.create": { clouds in
      try await clouds.practiceConsole().makeWebhook(
        deviceID: clouds.deviceID(), url: clouds.webhookURL(), accessToken: clouds.accessToken())
      return "Blynk's webhook particle-http-api calls \(try clouds.webhookURL())."
    },
  ]
}
