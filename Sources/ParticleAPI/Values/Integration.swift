import HTTP

/// A webhook of Particle's as the cloud stores it (particle:hook-fields): the fields that matter
/// here.
package struct Integration: Sendable, Equatable {
  /// The cloud's id of it, for testing, replacing and deleting it.
  package var id: String
  /// Where it lives; told by the list that it came from.
  package var scope = IntegrationScope.sandbox
  /// `Webhook`, or another kind, which may send to Blynk as well; nil when the cloud does not say.
  package var kind: String?
  /// What a person calls it; nil when the cloud does not say.
  package var name: String?
  /// A prefix of the event names it fires on.
  package var event: String?
  /// Where it sends to; it may hold templates.
  package var url: String?
  /// `GET`, `POST`, `PUT` or `DELETE`; nil when the cloud does not say.
  package var requestType: String?
  /// Limited to this device; nil for all.
  package var deviceID: String?
  /// What goes into the query, names and templates. A GET's form fields go there too
  /// (particle:hook-form-of-get).
  package var query: [String: String]
  /// Nil when the cloud does not say; the documented default is false.
  package var noDefaults: Bool?
  /// Nil when the cloud does not say; the documented default is true.
  package var rejectUnauthorized: Bool?
  /// Nil when the cloud does not say; the documented default is false.
  package var disabled: Bool?

  /// An integration of which no more than this is known; the cloud's are read from its JSON.
  package init(
    id: String, scope: IntegrationScope = .sandbox, kind: String? = nil, name: String? = nil,
    event: String? = nil, url: String? = nil, requestType: String? = nil, deviceID: String? = nil,
    query: [String: String] = [:],
    noDefaults: Bool? = nil, rejectUnauthorized: Bool? = nil, disabled: Bool? = nil
  ) {
    self.id = id
    self.scope = scope
    self.kind = kind
    self.name = name
    self.event = event
    self.url = url
    self.requestType = requestType
    self.deviceID = deviceID
    self.query = query
    self.noDefaults = noDefaults
    self.rejectUnauthorized = rejectUnauthorized
    self.disabled = disabled
  }

  /// Whether it is of the kind that Footbridge makes, as it is where nothing says so.
  package var isWebhook: Bool { kind == nil || kind == "Webhook" }

  /// Whether it fires on this event of this device: prefix match, case-sensitive
  /// (particle:hook-prefix).
  package func fires(on eventName: String, of device: String) -> Bool {
    guard let event, !event.isEmpty, eventName.hasPrefix(event) else { return false }
    return deviceID == nil || deviceID == device
  }
}

extension Integration: Decodable {
  package init(from decoder: any Decoder) throws {
    let fields = try [String: LooseJSON](from: decoder)
    guard let id = fields["id"]?.text else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "an integration without an id"))
    }
    self.init(
      id: id, kind: fields["integration_type"]?.text, name: fields["name"]?.text,
      event: fields["event"]?.text ?? fields["eventName"]?.text, url: fields["url"]?.text,
      requestType: fields["requestType"]?.text,
      deviceID: ["deviceID", "deviceId", "deviceid"].lazy.compactMap { fields[$0]?.text }
        .first { !$0.isEmpty },
      query: Integration.query(of: fields), noDefaults: fields["noDefaults"]?.flag,
      rejectUnauthorized: fields["rejectUnauthorized"]?.flag, disabled: fields["disabled"]?.flag)
  }

  private static func query(of fields: [String: LooseJSON]) -> [String: String] {
    var rows = fields["query"]?.object ?? [:]
    if fields["requestType"]?.text?.uppercased() == "GET" {
      rows.merge(fields["form"]?.object ?? [:]) { mine, _ in mine }
    }
    return rows.compactMapValues(\.text)
  }
}
