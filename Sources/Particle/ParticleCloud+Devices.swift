import Ground
import Wire

extension ParticleCloud {
  /// What the cloud knows of the token. Throws `badToken` or `tokenExpired` when it is no use
  /// (particle-cloud §2.2, §2.5). At most 100 times in 5 minutes from one address.
  package func tokenInfo() async throws -> TokenInfo {
    try await ask(.get, ["access_tokens", "current"]).decoded()
  }

  /// The account's devices, newest handshake first (particle-cloud §3.1).
  package func devices() async throws -> [Device] {
    let found: Tolerant<Device> = try await ask(.get, ["devices"]).decoded()
    return found.elements
  }

  /// One device by its id or name; `deviceUnknown` when it is not this account's (§3.2, §3.3).
  package func device(_ id: String) async throws -> Device {
    try await ask(.get, ["devices", id], about: .device(id)).decoded()
  }

  /// Whether the device answers the cloud now. Offline is an answer, not an error (§3.4).
  package func ping(_ id: String) async throws -> Bool {
    struct Pong: Decodable { var online: Bool }
    let pong: Pong = try await ask(.put, ["devices", id, "ping"], about: .device(id)).decoded()
    return pong.online
  }

  /// Calls a function and gives what it returned; -1 is an ordinary value (§3.7).
  ///
  /// Throws `functionMissing`, `deviceSilent` (400 with "Timed out." and 408 alike),
  /// `deviceUnknown`. Costs one data operation.
  package func call(_ function: String, on device: String, with argument: String) async throws
    -> Int32
  {
    struct Returned: Decodable {
      var value: Int32
      enum CodingKeys: String, CodingKey { case value = "return_value" }
    }
    let reply = try await ask(
      .post, ["devices", device, function], body: .json(Veiled(jsonText(["args": argument]))),
      about: .function(function, device: device))
    let returned: Returned = try reply.decoded()
    return returned.value
  }

  /// Reads a variable; `variableMissing` or `deviceSilent` when it cannot (§3.8). Costs one data
  /// operation.
  package func variable(_ name: String, of device: String) async throws -> VariableValue {
    struct Result: Decodable { var result: VariableValue }
    let reply = try await ask(
      .get, ["devices", device, name], about: .variable(name, device: device))
    let value: Result = try reply.decoded()
    return value.result
  }

  /// Publishes an event in the account's name (§5.1). Costs one data operation for each 1,024
  /// bytes.
  package func publish(_ event: String, data: String) async throws {
    struct Event: Encodable {
      var name: String
      var data: String
      var `private` = true
    }
    let text = jsonText(Event(name: event, data: data))
    _ = try await ask(.post, ["devices", "events"], body: .json(Veiled(text)))
  }
}
