import BlynkAPI
import Core
import HTTP

/// The Platform API.
extension BlynkReading {
  private var platform: BlynkPlatform {
    BlynkPlatform(
      url: BlynkReading.url, token: Secret("a platform token", name: "blynk.platform_token"),
      transport: transport)
  }

  func login(of shape: String) async throws -> String? {
    guard shape == "POST oauth2/token" else { return nil }
    let secret = Secret("a client's secret", name: "blynk.client_secret")
    let login = PlatformLogin(
      url: BlynkReading.url, client: BasicLogin(user: "oa2-client-id_test", password: secret),
      transport: transport)
    let refresh = Secret("a token to refresh", name: "blynk.platform_refresh_token")
    let granted =
      field("refresh_token") == nil
      ? try await login.grant() : try await login.grant(refreshing: refresh)
    return "granted for \(granted.expiresInSeconds ?? 0) s"
  }

  func platform(of shape: String) async throws -> String? {
    let id = field("deviceId").flatMap { Int($0) } ?? 0
    switch shape {
    case "GET profile": return "\(try await platform.organization())"
    case "GET templates": return try await platform.templates().map(shown).joined(separator: "; ")
    case "GET template/datastreams":
      let template = field("templateId").flatMap { Int($0) } ?? 0
      return try await platform.datastreams(template: template).map(shown).joined(separator: "; ")
    case "GET devices": return try await platform.devices().map(shown).joined(separator: "; ")
    case "GET device":
      return reply.exchange.request.url.contains("/organization/")
        ? shown(try await platform.device(id)) : nil
    case "GET device/online": return "\(try await platform.isOnline(device: id))"
    case "GET webhooks": return try await platform.webhooks().map(shown).joined(separator: "; ")
    default: return try await platformWriting(of: shape)
    }
  }

  private func platformWriting(of shape: String) async throws -> String? {
    func number(_ name: String) -> Int { reply.json[name]?.integer ?? 0 }
    func text(_ name: String) -> String { reply.json[name]?.text ?? "" }
    switch shape {
    case "POST device/create":
      return shown(
        try await platform.createDevice(
          name: text("name"), template: text("templateId"), organization: number("orgId"),
          owner: number("ownerId")))
    case "POST device/datastream":
      try await platform.setValue(
        .int(Int64(number("value"))), datastream: number("dataStreamId"),
        device: number("deviceId"))
    case "DELETE device":
      try await platform.deleteDevice(field("deviceId").flatMap { Int($0) } ?? 0)
    default: return nil
    }
    return "done"
  }

  private func shown(_ template: PlatformTemplate) -> String {
    "\(template.id) \(template.name ?? "?") \(template.templateIDs.joined(separator: " ")) "
      + "\(template.connectionType ?? "?")"
  }

  private func shown(_ stream: PlatformDatastream) -> String {
    "\(stream.id) \(stream.pin.map { "\($0)" } ?? "?") \(stream.type ?? "?")"
  }

  private func shown(_ device: PlatformDevice) -> String {
    "\(device.id) \(device.name ?? "?"), template \(device.templateID ?? 0), "
      + "\(device.status ?? "?")"
  }

  private func shown(_ webhook: PlatformWebhook) -> String {
    "\(webhook.id) \(webhook.name ?? "?"), \(webhook.trigger ?? "?"), \(webhook.method ?? "?") "
      + "\(webhook.url ?? "?") \(webhook.contentType ?? "?") \(webhook.body ?? "?")"
  }
}
