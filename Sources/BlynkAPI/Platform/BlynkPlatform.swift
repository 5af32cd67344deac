import Core
import HTTP

/// Blynk's Platform API, as far as it is documented (blynk:platform-plans): what an organization's
/// templates, devices and webhooks are. Free accounts do not have it. At most 10,000 requests a
/// minute and organization.
///
/// Of what it makes only a device is documented to us, so templates, datastreams and webhooks are
/// only read. All routes lie below `/api/v1/organization/`, as its reference has them
/// (blynk:platform-paths). No reply is shown when it cannot be read:
/// devices carry AuthTokens, webhooks access tokens.
package struct BlynkPlatform: Sendable {
  /// Scheme and host of the account's region; no slash at the end.
  package let url: String
  let token: Secret
  let transport: Transport
  let timeout: Duration

  /// How many members a page of a list has; older pages of the reference allow no more.
  package static let pageSize = 100
  /// More pages of a list are not asked for.
  package static let pageLimit = 100

  /// A client of one organization; a slash at the end of the address is taken off.
  ///
  /// - Parameters:
  ///   - url: scheme and host of the account's region.
  ///   - token: what the OAuth client was given; sent as `Bearer` (blynk:platform-token).
  ///   - timeout: of each request in all, so a list may take longer.
  package init(
    url: String, token: Secret, transport: Transport, timeout: Duration = .seconds(15)
  ) {
    self.url = url.withoutEndSlash
    self.token = token
    self.transport = transport
    self.timeout = timeout
  }

  /// The organization's templates.
  package func templates() async throws -> [PlatformTemplate] {
    try await list("templates")
  }

  /// A template's datastreams, with type, pin and default: the guide's table of five can be
  /// checked.
  package func datastreams(template id: Int) async throws -> [PlatformDatastream] {
    try await list("template/datastreams", [QueryItem("templateId", MaskedText("\(id)"))])
  }

  /// The organization's devices; a list may leave fields out.
  package func devices() async throws -> [PlatformDevice] {
    try await list("devices")
  }

  /// The number of the client's own organization.
  package func organization() async throws -> Int {
    struct Profile: Decodable { var id: Int }
    let profile: Profile = try await one("profile", [])
    return profile.id
  }

  /// The organization's users: one of them owns each device.
  package func users() async throws -> [PlatformUser] {
    try await list("users")
  }

  /// One device with its AuthToken.
  package func device(_ id: Int) async throws -> PlatformDevice {
    try await one("device", [QueryItem("deviceId", MaskedText("\(id)"))])
  }

  /// Whether the device holds a connection of its own; a Particle device never does
  /// (blynk:online-never).
  package func isOnline(device id: Int) async throws -> Bool {
    struct Online: Decodable { var connected: Bool }
    let online: Online = try await one(
      "device/online", [QueryItem("deviceId", MaskedText("\(id)"))])
    return online.connected
  }

  /// Makes a device of a template, with an AuthToken of its own. Doing it twice makes two.
  ///
  /// - Parameter template: the template's text id, `TMPL…`.
  package func createDevice(name: String, template: String, organization: Int, owner: Int)
    async throws -> PlatformDevice
  {
    struct Wanted: Encodable {
      var templateId: String
      var orgId: Int
      var name: String
      var ownerId: Int
    }
    let wanted = Wanted(templateId: template, orgId: organization, name: name, ownerId: owner)
    return try read(try await ask(.post, "device/create", body: .json(writing: wanted)))
  }

  /// Deletes a device, its values and its AuthToken; one that is not there is refused.
  package func deleteDevice(_ id: Int) async throws {
    _ = try await ask(.delete, "device", [QueryItem("deviceId", MaskedText("\(id)"))])
  }

  /// Writes one datastream of a device by the datastream's number.
  package func setValue(_ value: BlynkValue, datastream: Int, device: Int) async throws {
    struct Wanted: Encodable {
      var deviceId: Int
      var dataStreamId: Int
      var value: BlynkValue
    }
    let wanted = Wanted(deviceId: device, dataStreamId: datastream, value: value)
    _ = try await ask(.post, "device/datastream", body: .json(writing: wanted))
  }

  /// The organization's webhooks: what the device API cannot see.
  package func webhooks() async throws -> [PlatformWebhook] {
    try await list("webhooks")
  }
}

extension BlynkPlatform {
  /// A list page by page. Which lists have pages is not documented, so it ends with a page that is
  /// not full, or that brings nothing new.
  private func list<Member: PlatformMember>(_ path: String, _ query: [QueryItem] = []) async throws
    -> [Member]
  {
    var members: [Member] = []
    var seen: Set<Int> = []
    for page in 0..<Self.pageLimit {
      let paging = [
        QueryItem("page", MaskedText("\(page)")), QueryItem("size", MaskedText("\(Self.pageSize)")),
      ]
      let found: PlatformList<Member> = try await one(path, query + paging)
      let fresh = found.members.filter { seen.insert($0.id).inserted }
      members += fresh
      if fresh.isEmpty || found.members.count < Self.pageSize { break }
    }
    return members
  }

  private func one<Value: Decodable>(_ path: String, _ query: [QueryItem]) async throws -> Value {
    try read(try await ask(.get, path, query))
  }

  private func read<Value: Decodable>(_ reply: Reply) throws -> Value {
    do {
      return try reply.json()
    } catch {
      throw BlynkError.unexpectedReply(reply.witness.withoutAnswer)
    }
  }

  private func ask(
    _ method: Request.Method, _ path: String, _ query: [QueryItem] = [], body: Body? = nil
  ) async throws -> Reply {
    let request = Request(
      method, MaskedText("\(url)/api/v1/organization/\(path)"), query: query,
      headers: [HeaderField("Authorization", "Bearer \(token)")], body: body, timeout: timeout)
    let reply = Reply(request, try await transport.send(request))
    if let error = BlynkError(reply, from: url, about: []) { throw error }
    return reply
  }
}
