import Core
import HTTP

extension ParticleCloud {
  /// More pages of a product's list than these are not asked for; 100 devices each.
  package static let devicePageLimit = 100

  /// The account's devices, newest handshake first (particle:device-list), or a product's, page by
  /// page (particle:product-devices).
  package func devices() async throws -> [Device] {
    guard product != nil else {
      let found: DevicePage = try await ask(.get, ["devices"]).decoded()
      return found.devices
    }
    var devices: [Device] = []
    for number in 1...Self.devicePageLimit {
      let page = try await devicePage(number)
      devices += page.devices
      if number >= page.pages || page.devices.isEmpty { break }
    }
    return devices
  }

  /// The reference names the size `perPage`, the official client sends `per_page`
  /// (particle:product-devices).
  private func devicePage(_ number: Int) async throws -> DevicePage {
    let query = [("page", "\(number)"), ("perPage", "100"), ("per_page", "100")]
    return try await ask(
      .get, scope + ["devices"], query: query.map { QueryItem($0.0, MaskedText($0.1)) }
    ).decoded()
  }

  /// One device by its id or name; `deviceUnknown` when it is not this account's
  /// (particle:device-fields, particle:device-unknown).
  package func device(_ id: String) async throws -> Device {
    let reply = try await ask(.get, scope + ["devices", id], about: .device(id))
    let device: Device = try reply.decoded()
    return device.dated(reply)
  }

  /// Whether the device answers the cloud now. Offline is an answer, not an error
  /// (particle:device-ping).
  package func ping(_ id: String) async throws -> Bool {
    struct Pong: Decodable { var online: Bool }
    let pong: Pong = try await ask(.put, scope + ["devices", id, "ping"], about: .device(id))
      .decoded()
    return pong.online
  }

  /// Gives the device another name; returns the one it has now (particle:device-update).
  package func rename(_ id: String, to name: String) async throws -> String {
    struct Renamed: Decodable { var name: String }
    let renamed: Renamed = try await change(id, ["name": name])
    return renamed.name
  }

  /// Puts a note to the device; returns what is stored (particle:device-update).
  package func setNotes(of id: String, to notes: String) async throws -> String {
    struct Noted: Decodable { var notes: String }
    let noted: Noted = try await change(id, ["notes": notes])
    return noted.notes
  }

  /// Lets the device's light shout rainbow colours, or stops it; `deviceSilent` when it is away
  /// (particle:device-signal).
  package func signal(_ id: String, on: Bool) async throws -> Bool {
    struct Signaling: Decodable { var signaling: Bool }
    let answer: Signaling = try await change(id, ["signal": on ? "1" : "0"])
    return answer.signaling
  }

  /// Takes a device into the account (particle:device-claim). Throws `deviceUnknown` for one that
  /// was never seen, `deviceSilent` for one that is offline.
  package func claim(_ id: String, requestTransfer: Bool = false) async throws {
    var items = [QueryItem("id", MaskedText(id))]
    if requestTransfer { items.append(QueryItem("request_transfer", "true")) }
    _ = try await ask(.post, ["devices"], body: .form(items), about: .claim(id))
  }

  /// Gives a device up, or takes it out of the product (particle:device-remove).
  package func remove(_ id: String) async throws {
    _ = try await ask(.delete, scope + ["devices", id], about: .device(id))
  }

  private func change<Answer: Decodable>(_ id: String, _ fields: [String: String]) async throws
    -> Answer
  {
    try await ask(
      .put, scope + ["devices", id], body: .json(writing: fields), about: .device(id)
    ).decoded()
  }
}
