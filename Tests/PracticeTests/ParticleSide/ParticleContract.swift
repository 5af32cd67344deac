import Ground
import Testing
import Wire

@testable import Practice

/// A documented exchange: what is asked, what comes back, and where that stands.
struct ParticleContract: Sendable, CustomTestStringConvertible {
  enum Token: Sendable { case right, wrong, none }
  enum Sent: Sendable {
    case nothing
    case form(String)
    case json(String)
  }

  /// The paragraph of particle-cloud.md.
  var source: String
  var method: Request.Method
  /// `DEVICE` and `TOKEN` stand for the bench's own.
  var target: String
  var token = Token.right
  var sent = Sent.nothing
  var faults: [Fault] = []
  var online = true
  var status: Int
  /// Nil compares no body. `*` as a string stands for any text.
  var body: String?

  var testDescription: String { "\(source) \(method.rawValue) \(target) \(status)" }

  static let unknownDevice = """
    {"error":"Permission Denied","info":"I didn't recognize that device name or ID, try opening \
    https://api.particle.io/v1/devices?access_token=undefined"}
    """
  static let badToken = """
    {"error":"invalid_token","error_description":"The access token provided is invalid."}
    """
  static let expiredToken = """
    {"error":"invalid_token","error_description":"The access token provided has expired."}
    """
  static let noToken = """
    {"error":"invalid_request","error_description":"The access token was not found"}
    """
  static let called = """
    {"id":"DEVICE","name":"practice-boron","connected":true,"return_value":2}
    """
  static let granted = """
    {"token_type":"bearer","access_token":"*","expires_in":7776000,"refresh_token":"*"}
    """
  static let login = "grant_type=password&username=practice%40example.com&password=practice"
}

extension ParticleContract {
  static let rows: [ParticleContract] = tokens + devices + calls + events + integrations

  static let tokens: [ParticleContract] = [
    .init(
      source: "§2.1", method: .post, target: "/oauth/token", token: .none,
      sent: .form(login + "&client_id=particle&client_secret=particle"), status: 200, body: granted),
    .init(
      source: "§2.1", method: .post, target: "/oauth/token", token: .none,
      sent: .form(
        "client_id=particle&client_secret=particle&grant_type=password&username=a&password=b"),
      status: 400,
      body: #"{"error":"invalid_grant","error_description":"User credentials are invalid"}"#),
    .init(
      source: "§2.1 (form only)", method: .post, target: "/oauth/token", token: .none,
      sent: .json(#"{"grant_type":"password"}"#), status: 400, body: nil),
    .init(
      source: "§2.2", method: .get, target: "/v1/access_tokens/current", status: 200,
      body: #"{"expires_at":null,"client":"particle","scopes":[],"orgs":[]}"#),
    .init(
      source: "§2.2", method: .delete, target: "/v1/access_tokens/nonesuch", status: 200,
      body: #"{"ok":true}"#),
    .init(
      source: "§2.5", method: .get, target: "/v1/devices", token: .wrong, status: 401,
      body: badToken),
    .init(
      source: "§2.5", method: .get, target: "/v1/devices", token: .none, status: 400, body: noToken),
    .init(
      source: "§2.5", method: .get, target: "/v1/devices", faults: [.particleTokenExpired],
      status: 401, body: expiredToken),
    .init(
      source: "§2.5", method: .post, target: "/v1/devices/DEVICE/echo", faults: [.particleBadToken],
      status: 401, body: badToken),
    .init(
      source: "§1 (query, GET only)", method: .get, target: "/v1/user?access_token=TOKEN",
      token: .none, status: 200, body: nil),
    .init(
      source: "§1 (query, GET only)", method: .put,
      target: "/v1/devices/DEVICE/ping?access_token=TOKEN",
      token: .none, status: 400, body: noToken),
    .init(
      source: "§1 (form)", method: .post, target: "/v1/devices/DEVICE/echo", token: .none,
      sent: .form("access_token=TOKEN&arg=ab"), status: 200, body: called),
  ]

  static let devices: [ParticleContract] = [
    .init(
      source: "§3.3", method: .get, target: "/v1/devices/000000000000000000000000", status: 403,
      body: unknownDevice),
    .init(
      source: "§3.3", method: .post, target: "/v1/devices/DEVICE/echo",
      faults: [.particleDeviceUnknown], status: 403, body: unknownDevice),
    .init(
      source: "§3.1", method: .get, target: "/v1/devices", faults: [.particleDeviceUnknown],
      status: 200, body: "[]"),
    .init(
      source: "§3.4", method: .put, target: "/v1/devices/DEVICE/ping", status: 200,
      body: #"{"online":true,"ok":true}"#),
    .init(
      source: "§3.4", method: .put, target: "/v1/devices/DEVICE/ping", sent: .json("{}"),
      online: false, status: 200, body: #"{"online":false,"ok":true}"#),
    .init(
      source: "§3.5", method: .put, target: "/v1/devices/DEVICE", sent: .json(#"{"name":"desk"}"#),
      status: 200, body: #"{"id":"DEVICE","name":"desk","updated_at":"*"}"#),
    .init(
      source: "§3.5", method: .put, target: "/v1/devices/DEVICE", sent: .form("notes=on+top"),
      status: 200, body: #"{"id":"DEVICE","notes":"on top","updated_at":"*"}"#),
    .init(
      source: "§3.5", method: .put, target: "/v1/devices/DEVICE", sent: .json(#"{"signal":"1"}"#),
      status: 200, body: #"{"id":"DEVICE","connected":true,"signaling":true}"#),
    .init(
      source: "§3.5", method: .put, target: "/v1/devices/DEVICE", sent: .json(#"{"signal":"0"}"#),
      online: false, status: 500,
      body: """
        {"ok":false,"code":500,"errors":[{"error":"Timed out, didn't hear back from device service"}]}
        """),
  ]

  static let calls: [ParticleContract] = [
    .init(
      source: "§3.7", method: .post, target: "/v1/devices/DEVICE/echo", sent: .form("arg=ab"),
      status: 200, body: called),
    .init(
      source: "§3.7", method: .post, target: "/v1/devices/DEVICE/echo", sent: .form("args=ab"),
      status: 200, body: called),
    .init(
      source: "§3.7", method: .post, target: "/v1/devices/DEVICE/echo",
      sent: .json(#"{"arg":"ab"}"#), status: 200, body: called),
    .init(
      source: "§3.7", method: .post, target: "/v1/devices/DEVICE/echo",
      sent: .json(#"{"args":"ab"}"#), status: 200, body: called),
    .init(
      source: "§1 (name for id)", method: .post, target: "/v1/devices/practice-boron/echo",
      sent: .json(#"{"args":"ab"}"#), status: 200, body: called),
    .init(
      source: "§3.7 (raw)", method: .post, target: "/v1/devices/DEVICE/echo",
      sent: .form("args=ab&format=raw"), status: 200, body: "2"),
    .init(
      source: "§3.7", method: .post, target: "/v1/devices/DEVICE/echo", status: 200,
      body: #"{"id":"DEVICE","name":"practice-boron","connected":true,"return_value":0}"#),
    .init(
      source: "§3.7", method: .post, target: "/v1/devices/DEVICE/MISSING", status: 404,
      body: #"{"ok":false,"error":"Function MISSING not found"}"#),
    .init(
      source: "§3.7", method: .post, target: "/v1/devices/DEVICE/echo", faults: [.functionMissing],
      status: 404, body: #"{"ok":false,"error":"Function echo not found"}"#),
    .init(
      source: "§3.7", method: .post, target: "/v1/devices/DEVICE/echo", online: false, status: 400,
      body: #"{"ok":false,"error":"Timed out."}"#),
    .init(
      source: "§3.7", method: .post, target: "/v1/devices/DEVICE/echo", faults: [.deviceOffline],
      status: 400, body: #"{"ok":false,"error":"Timed out."}"#),
    .init(
      source: "§3.7", method: .post, target: "/v1/devices/DEVICE/deaf", status: 400,
      body: #"{"ok":false,"error":"Timed out."}"#),
    .init(
      source: "§3.7", method: .post, target: "/v1/devices/DEVICE/echo", faults: [.functionTimeout],
      status: 400, body: #"{"ok":false,"error":"Timed out."}"#),
    .init(
      source: "§3.8", method: .get, target: "/v1/devices/DEVICE/temperature", status: 200,
      body: """
        {"name":"temperature","result":46.5,"coreInfo":{"name":"practice-boron",\
        "deviceID":"DEVICE","connected":true,"last_handshake_at":"*"}}
        """),
    .init(
      source: "§3.8 (raw)", method: .get, target: "/v1/devices/DEVICE/label?format=raw",
      status: 200,
      body: "desk"),
    .init(
      source: "§3.8", method: .get, target: "/v1/devices/DEVICE/pressure", status: 404,
      body: #"{"ok":false,"error":"Variable not found"}"#),
    .init(
      source: "§3.8", method: .get, target: "/v1/devices/DEVICE/temperature", online: false,
      status: 408, body: #"{"error":"Timed out."}"#),
  ]

  static let events: [ParticleContract] = [
    .init(
      source: "§5.1", method: .post, target: "/v1/devices/events",
      sent: .json(#"{"name":"a","data":"b","private":true}"#), status: 200, body: #"{"ok":true}"#),
    .init(
      source: "§5.1", method: .post, target: "/v1/devices/events",
      sent: .form("name=a&data=b&ttl=60"),
      status: 200, body: #"{"ok":true}"#),
    .init(
      source: "§5.2", method: .get, target: "/v1/events", status: 400,
      body: #"{"ok":false,"error":"event prefix filter is required"}"#),
    .init(
      source: "§2.5", method: .get, target: "/v1/devices/events", token: .wrong, status: 401,
      body: badToken),
    .init(
      source: "§3.3", method: .get, target: "/v1/devices/nonesuch/events/a", status: 403,
      body: unknownDevice),
  ]

  static let integrations: [ParticleContract] = [
    .init(
      source: "§6.3", method: .post, target: "/v1/integrations",
      sent: .json(
        #"{"integration_type":"Webhook","event":"e","url":"https://example.com/in","requestType":"GET"}"#
      ),
      status: 201,
      body: """
        {"ok":true,"id":"*","url":"https://example.com/in","event":"e",\
        "name":"e for example.com","created_at":"*","hookUrl":"*"}
        """),
    .init(
      source: "§6.1 (legacy)", method: .post, target: "/v1/webhooks",
      sent: .form("event=e&url=https%3A%2F%2Fexample.com"), status: 201, body: nil),
    .init(source: "§6.1", method: .get, target: "/v1/integrations", status: 200, body: "[]"),
    .init(
      source: "§6.1 (recorded)", method: .get, target: "/v1/webhooks/5f0011223344556677889900",
      status: 404, body: #"{"ok":false,"error":"Webhook not found"}"#),
    .init(
      source: "§6.1", method: .delete, target: "/v1/integrations/5f0011223344556677889900",
      status: 404, body: nil),
    .init(
      source: "§6.1 (status not documented)", method: .post, target: "/v1/integrations",
      sent: .json(#"{"integration_type":"Webhook","event":"e"}"#), status: 400, body: nil),
  ]
}
