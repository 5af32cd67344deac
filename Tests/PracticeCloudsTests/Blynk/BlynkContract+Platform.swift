@testable import PracticeClouds

/// The Platform API.
extension BlynkContract {
  private static let token = "/oauth2/token?grant_type=client_credentials"
  private static let granted = """
    {"access_token":"*","token_type":"Bearer","expires_in":86400,"refresh_token":"*"}
    """
  private static func refused(_ error: String) -> String {
    #"{"error":"\#(error)","error_description":"*"}"#
  }
  private static let product: @Sendable (inout BlynkPracticeSettings) -> Void = {
    $0.plan = .production
  }

  static let grants: [BlynkContract] = [
    .init(
      source: "blynk:platform-token", method: .post, target: token, authorization: "CLIENT",
      settings: product, status: 200, body: granted),
    .init(
      source: "blynk:platform-token-refused", method: .post, target: token,
      authorization: "Basic eDp5", settings: product, status: 400, body: refused("invalid_client")),
    .init(
      source: "blynk:platform-token-refused", method: .post, target: token, settings: product,
      status: 400, body: refused("invalid_client")),
    .init(
      source: "blynk:platform-token-refused", method: .post, target: "/oauth2/token",
      authorization: "CLIENT", settings: product, status: 400, body: refused("invalid_request")),
    .init(
      source: "blynk:platform-token-refused", method: .post,
      target: "/oauth2/token?grant_type=magic", authorization: "CLIENT", settings: product,
      status: 400, body: refused("unsupported_grant_type")),
    .init(
      source: "blynk:platform-refresh (single use)", method: .post,
      target: "/oauth2/token?grant_type=refresh_token&refresh_token=used", authorization: "CLIENT",
      settings: product, status: 400, body: refused("invalid_grant")),
    .init(
      source: "blynk:platform-refresh", method: .post,
      target: "/oauth2/token?grant_type=refresh_token&refresh_token=REFRESH",
      authorization: "CLIENT", settings: product, status: 200, body: granted),
    .init(
      source: "blynk:platform-plans", target: "/api/v1/organization/templates",
      authorization: "GRANT", status: 403),
    .init(
      source: "blynk:platform-errors", target: "/api/v1/organization/templates",
      authorization: "Bearer x", settings: product, status: 401),
  ]

  /// With a grant, on a plan that has the API.
  private static func row(
    _ method: String, _ path: String, _ sent: String? = nil, _ status: Int, _ body: String? = nil,
    then: (target: String, body: String)? = nil
  ) -> BlynkContract {
    BlynkContract(
      source: "blynk:platform-errors", method: .init(rawValue: method) ?? .get,
      target: "/api/v1/organization/\(path)",
      sent: sent.map { .json($0) } ?? .nothing, authorization: "GRANT", settings: product,
      status: status, body: body, then: then)
  }

  private static let device = """
    {"id":1,"name":"Particle Device","orgId":1,"token":"TOKEN","templateId":1,\
    "lifecycleStatus":{"name":"Offline"},"dataStreamValues":[],"metaFieldValues":[\
    {"id":1,"name":"Particle id","type":"Text","value":"none yet"},\
    {"id":2,"name":"Floor","type":"Number","value":"1"}]}
    """
  private static let stream = """
    {"id":4,"label":"Integer V16","alias":"Integer V16","units":null,"type":"INT",\
    "defaultValue":0,"pin":16,"pinType":"VIRTUAL","isRaw":true,"min":0,"max":1}
    """
  private static let newDevice = #"{"templateId":"TEMPLATE","orgId":1,"name":"B","ownerId":1}"#
  private static let webhook = """
    {"name":"w","trigger":"DEVICE_DATASTREAM_UPDATE","dataTrigger":{"deviceId":1,"pin":16},\
    "url":"https://example.com/","method":"POST","contentType":"JSON","body":"{}"}
    """

  static let platform: [BlynkContract] = [
    row("GET", "profile", 200, #"{"id":1,"name":"Practice"}"#),
    row(
      "GET", "templates", 200,
      """
      [{"id":1,"templateIds":["TEMPLATE"],"parentId":null,"orgId":1,"name":"Particle Device",\
      "boardType":"Particle","connectionType":"GSM","description":""}]
      """),
    row("GET", "templates?page=1&size=1", 200, "[]"),
    row("GET", "template?templateId=9", 404, error("Template is not found.")),
    row("GET", "template/datastreams?templateId=1&page=3&size=1", 200, "[\(stream)]"),
    row("GET", "template/metafields?templateId=1&size=0", 200),
    row("GET", "template/events?templateId=1", 200, #"[{"code":"too_hot","name":"Too hot"}]"#),
    row("POST", "template/create", #"{"name":"Mine"}"#, 201),
    // JSON that is none changes nothing, wherever what is needed stands in the query.
    row(
      "PUT", "template/datastream?templateId=1&id=1", #"{"label":"New","#, 400,
      error("The body is not JSON (made up by the practice cloud).")),
    row(
      "POST", "device/datastream?deviceId=1", "{V16:1}", 400,
      error("The body is not JSON (made up by the practice cloud).")),
    row(
      "POST", "template/datastream/create?templateId=1", #"{"label":"New","type":"INT","pin":9}"#,
      201, then: ("/external/api/get?token=TOKEN&dataStreamId=9", "")),
    row(
      "DELETE", "template/datastream?templateId=1&dataStreamId=4", 204, "",
      then: (ask("get", "V16"), error("No datastream setup for that pin."))),
    row("GET", "devices", 200, "[\(device)]"),
    row("GET", "search/devices?query=nothing", 200, "[]"),
    row("GET", "device?deviceId=1", 200, device),
    row("GET", "device/online?deviceId=1", 200, #"{"connected":false}"#),
    row("GET", "device?deviceId=9", 404),
    row("POST", "device/create", newDevice, 201),
    row(
      "POST", "device/create", newDevice.replacing("TEMPLATE", with: "TMPLnone"), 404,
      error("Template is not found.")),
    row(
      "POST", "device/create", newDevice.replacing(#""ownerId":1"#, with: #""ownerId":2"#), 404,
      error("User is not found or you don't have access to him.")),
    row(
      "POST", "device/create", newDevice.replacing(#""orgId":1"#, with: #""orgId":2"#), 404,
      error("Organization is not found or you don't have access to it.")),
    row(
      "POST", "device/datastream", #"{"deviceId":1,"dataStreamId":4,"value":1}"#, 204, "",
      then: (ask("get", "V16"), "1")),
    row(
      "POST", "device/datastream", #"{"deviceId":1,"dataStreamId":99,"value":1}"#, 404,
      error("Data stream with identifier 99 is not found!")),
    row(
      "POST", "device/datastreams", #"{"deviceId":1,"values":{"4":1,"5":1}}"#, 204, "",
      then: (ask("get", "V16&V17"), #"{"V16":1,"V17":1}"#)),
    row(
      "DELETE", "device?deviceId=1", 204, "",
      then: (ask("get", "V16"), error("Invalid token."))),
    row("DELETE", "device?deviceId=9", 404),
    row("GET", "webhooks", 200, "[]"),
    row("POST", "webhook/create", webhook, 201),
    row("GET", "webhook?webhookId=1", 404),
    row("GET", "nothing", 404),
    row("PATCH", "webhook", 405),
  ]

  private static func row(
    _ method: String, _ path: String, _ status: Int, _ body: String? = nil,
    then: (target: String, body: String)? = nil
  ) -> BlynkContract {
    row(method, path, nil, status, body, then: then)
  }
}
