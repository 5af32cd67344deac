import Recording
import BlynkAPI
import Core
import HTTP
import TestSupport

/// Has the client ask what a documented exchange asks, and says what it made of the reply.
struct BlynkReading {
  static let url = "https://ny3.blynk.cloud"

  let reply: DocumentedReply
  let cloud: BlynkCloud
  let transport: Transport
  /// Method and path.
  let shape: String
  /// The query without the token, in its order.
  let query: [RecordedHeader]

  init(_ reply: DocumentedReply) throws {
    self.reply = reply
    transport = try reply.transport
    cloud = BlynkCloud(
      url: BlynkReading.url, token: Secret(Scripted.token, name: "blynk.auth_token"),
      transport: transport)
    let path = reply.path.filter { !["external", "api", "v1", "organization"].contains($0) }
    shape = "\(reply.exchange.request.method) \(path.joined(separator: "/"))"
    query = reply.exchange.request.queryPairs.filter { $0.name != "token" }
  }

  /// Nil when no call asks so.
  func reading() async throws -> String? {
    do {
      for read in [reading(of:), writing(of:), extras(of:), login(of:), platform(of:)] {
        if let words = try await read(shape) { return words }
      }
      return nil
    } catch BlynkError.wrongRegion(let url, _) {
      return "wrongRegion \(url)"
    } catch let error as BlynkError {
      return Mirror(reflecting: error).children.first?.label
    } catch let miss as ReplayMiss {
      // That it was not asked so is what is wanted of one that no call asks for.
      return reply.unread == nil ? miss.problem.evidence.joined(separator: "\n").english : nil
    }
  }

  // MARK: datastreams

  private var pins: [Pin] { query.compactMap { Pin($0.name) } }

  func field(_ name: String) -> String? { query.first { $0.name == name }?.value }

  private func reading(of shape: String) async throws -> String? {
    switch shape {
    case "GET isHardwareConnected": return "\(try await cloud.isHardwareConnected())"
    case "GET getAll": return shown(try await cloud.all())
    case "GET get":
      if let id = field("dataStreamId").flatMap({ Int($0) }) {
        if id == Int(Int32.max) {
          return "template \(try await cloud.templateName() ?? "?")"
        }
        return try await cloud.value(datastream: id)?.text
      }
      return pins.count == 1 && query.count == 1
        ? try await cloud.value(pins[0])?.text : shown(try await cloud.values(pins))
    default: return nil
    }
  }

  private func shown(_ values: [Pin: BlynkValue]) -> String {
    values.sorted { $0.key < $1.key }.map { pin, value in
      "\(pin)=\(value.integer.map(String.init) ?? value.text)"
    }.joined(separator: " ")
  }

  private func writing(of shape: String) async throws -> String? {
    let values = Dictionary(
      query.compactMap { pair in Pin(pair.name).map { ($0, BlynkValue.string(pair.value)) } }
    ) { first, _ in first }
    switch shape {
    case "GET update":
      if let id = field("dataStreamId") {
        try await cloud.update(datastream: Int(id) ?? 0, .string(field("value") ?? ""))
      } else if let pin = field("pin").flatMap(Pin.init) {
        let parts = query.filter { $0.name == "value" }.compactMap { Double($0.value) }
        try await cloud.update(pin, .location(longitude: parts[0], latitude: parts[1]))
      } else {
        guard let (pin, value) = values.first else { return nil }
        try await cloud.update(pin, value)
      }
    case "GET batch/update": try await cloud.batchUpdate(values)
    case "POST batch/update":
      guard let pin = field("pin").flatMap(Pin.init) else { return nil }
      try await cloud.upload([HistoryPoint(1_784_628_000_000, .int(5))], to: pin)
    default: return nil
    }
    return "done"
  }

  // MARK: the rest of a device

  private func extras(of shape: String) async throws -> String? {
    switch shape {
    case "GET update/property":
      guard let pin = field("pin").flatMap(Pin.init), let last = query.last else { return nil }
      try await cloud.setProperty(last.name, of: pin, to: last.value)
    case "GET logEvent":
      guard let code = field("code") else { return nil }
      try await cloud.logEvent(code, description: field("description"))
    case "GET data/get":
      var asked = HistoryQuery(pin: field("pin").flatMap(Pin.init))
      asked.period = field("period").flatMap(HistoryQuery.Period.init)
      asked.granularity = field("granularityType").flatMap(HistoryQuery.Granularity.init)
      return try await cloud.export(asked)
    case "GET device/meta":
      guard let id = field("metaFieldId").flatMap({ Int($0) }) else { return nil }
      let meta = try await cloud.metaField(id)
      return "\(meta.type ?? "?") \(meta.value ?? "?")"
    case "GET device/meta/update":
      let value = field("value") ?? ""
      if let name = field("metaFieldName") {
        try await cloud.setMetaField(named: name, to: value)
      } else {
        try await cloud.setMetaField(Int(field("metaFieldId") ?? "") ?? 0, to: value)
      }
    default: return nil
    }
    return "done"
  }
}
