import Core
import Firmware
import HTTPTestServer

/// Everything set up right, as at the end of the guide: for those who only want to test.
struct ReadySetup {
  let parts: PracticeComponents
  let world: PracticeState

  /// Blueprint, firmware, webhook and integration (blynk:guide-blueprint, blynk:guide-webhook,
  /// blynk:guide-integration). What is there is not made twice.
  func setUp() async throws {
    await parts.blynk.useBlueprint()
    try await parts.blynk.save(webhook)
    await makeIntegration()
    try await parts.particle.flash(try sketch(), to: world.particle.deviceID)
  }

  /// As the guide has it (blynk:guide-webhook).
  private var webhook: BlynkWebhook {
    BlynkWebhook(
      name: "particle-http-api", pin: 16,
      url: "http://127.0.0.1:\(world.particlePort)/v1/devices/\(world.particle.deviceID)/blynk_led",
      body: #"{"args":"{device_pinValue}"}"#,
      headers: [.init(name: "Authorization", value: "Bearer \(world.particle.accessToken)")])
  }

  /// As the guide has it (blynk:guide-integration), without the V16 row (blynk:webhook-v16-loop).
  private var integration: JSONValue {
    [
      "integration_type": "Webhook", "name": "particle_device_blueprint",
      "event": "blynk_https_get",
      "url": .string("http://127.0.0.1:\(world.blynkPort)/external/api/batch/update"),
      "requestType": "GET", "noDefaults": true, "rejectUnauthorized": true,
      "query": [
        "token": "{{{t}}}", "V6": "{{{PARTICLE_PUBLISHED_AT}}}", "V14": "{{{v14}}}",
        "V15": "{{{v15}}}", "V17": "{{{v17}}}",
      ],
    ]
  }

  /// Through the API, as the console would.
  private func makeIntegration() async {
    guard world.particle.integrations.isEmpty else { return }
    _ = await parts.particle.answer(
      PracticeRequest(
        method: "POST", target: "/v1/integrations",
        headers: [
          ("Authorization", "Bearer \(world.particle.accessToken)"),
          ("Content-Type", "application/json"),
        ], body: integration.bytes))
  }

  private func sketch() throws -> String {
    let token = Secret(world.blynk.authToken, name: "blynk.auth_token")
    return try SketchSource(
      templateID: world.blynk.templateID, templateName: "Particle Device", authToken: token
    ).openedText()
  }
}
