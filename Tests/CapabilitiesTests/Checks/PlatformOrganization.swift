import Core
import Foundation
import HTTP
import Synchronization

/// An organization of Blynk's as its Platform API shows it: the replies are the examples of
/// blynkk/docs (blynk.cloud/platform-https-api), filled with what a test puts in.
final class PlatformOrganization: Sendable {
  struct Device: Sendable {
    var id: Int
    var name: String
    var template: Int
  }

  struct State: Sendable {
    var templates = [(id: 605, text: "TMPL84aMXD6vd", name: "ParticleDeviceIntegration")]
    /// Pin, type, isRaw and default of each stream, as JSON members.
    var streams = PlatformOrganization.five
    var devices: [Device] = []
    var users = [(id: 879, email: "jo@example.com")]
    var webhooks: [String] = []
    var asked: [String] = []
  }

  static let five = [
    #""pin":6,"type":"STRING","isRaw":false"#,
    #""pin":14,"type":"INT","isRaw":true,"defaultValue":0"#,
    #""pin":15,"type":"DOUBLE","isRaw":true"#,
    #""pin":16,"type":"INT","isRaw":true,"defaultValue":0"#,
    #""pin":17,"type":"INT","isRaw":true,"defaultValue":0"#,
  ]
  static let token = "ObArJM-PmArETx2gCEQxYqRri8CidcdL"
  static let secret = "5uC5Y4Mcvdl5rB56rBmxnvB4DZgiIpcyTPbOoEWp"

  private let state: Mutex<State>

  init(_ change: (inout State) -> Void = { _ in }) {
    var start = State()
    change(&start)
    state = Mutex(start)
  }

  var now: State { state.withLock { $0 } }

  var transport: Transport {
    Transport(
      send: { request in self.answer(request) },
      stream: { _ in AsyncThrowingStream { $0.finish() } })
  }

  private func answer(_ request: Request) -> Response {
    let path = request.url.shown().dropFirst("https://fra1.blynk.cloud/".count)
    let query = Dictionary(
      request.query.map { ($0.name, $0.value?.shown() ?? "") },
      uniquingKeysWith: { first, _ in first })
    return state.withLock { state in
      state.asked.append("\(request.method.rawValue) \(path)")
      if path == "oauth2/token" {
        return Self.reply(200, #"{"access_token":"grant","token_type":"Bearer","expires_in":300}"#)
      }
      guard path.hasPrefix("api/v1/organization/") else { return Self.reply(404, "") }
      let route = "\(request.method.rawValue) \(path.dropFirst(20))"
      return Self.answer(route, query, request, &state)
    }
  }

  private static func answer(
    _ route: String, _ query: [String: String], _ request: Request, _ state: inout State
  ) -> Response {
    switch route {
    case "GET profile": return reply(200, #"{"id":578,"name":"Home"}"#)
    case "GET users":
      return list(state.users.map { #"{"id":\#($0.id),"email":"\#($0.email)"}"# })
    case "GET templates":
      return list(
        state.templates.map {
          #"{"id":\#($0.id),"templateIds":["\#($0.text)"],"name":"\#($0.name)"}"#
        })
    case "GET template/datastreams":
      return reply(
        200, "[\(state.streams.enumerated().map { streamText($0 + 1, $1) }.joined(separator: ","))]"
      )
    case "GET devices": return list(state.devices.map { text($0, whole: false) })
    case "GET device":
      let found = state.devices.first { "\($0.id)" == query["deviceId"] }
      return found.map { reply(200, text($0, whole: true)) } ?? reply(404, "")
    case "DELETE device":
      state.devices.removeAll { "\($0.id)" == query["deviceId"] }
      return reply(204, "")
    case "POST device/create":
      let name = request.sent("name") ?? ""
      let made = Device(id: state.devices.count + 1, name: name, template: state.templates[0].id)
      state.devices.append(made)
      return reply(201, text(made, whole: true))
    case "GET webhooks": return list(state.webhooks)
    default: return reply(404, "")
    }
  }

  private static func streamText(_ id: Int, _ members: String) -> String {
    #"{"id":\#(id),"label":"x","pinType":"VIRTUAL",\#(members)}"#
  }

  private static func text(_ device: Device, whole: Bool) -> String {
    let token = whole ? #","token":"\#(PlatformOrganization.token)""# : ""
    return
      #"{"id":\#(device.id),"templateId":\#(device.template),"name":"\#(device.name)"\#(token)}"#
  }

  private static func list(_ members: [String]) -> Response {
    reply(
      200,
      #"{"content":[\#(members.joined(separator: ","))],"totalElements":\#(members.count)}"#)
  }

  private static func reply(_ status: Int, _ body: String) -> Response {
    Response(status: status, body: Array(body.utf8))
  }
}

extension Request {
  /// A text of the JSON that was sent.
  fileprivate func sent(_ name: String) -> String? {
    guard case .text(_, let text)? = body,
      let object = try? JSONSerialization.jsonObject(with: Data(text.shown().utf8))
    else { return nil }
    return (object as? [String: Any])?[name] as? String
  }
}
