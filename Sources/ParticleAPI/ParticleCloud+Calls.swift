import Core
import HTTP

extension ParticleCloud {
  /// Calls a function and gives what it returned; -1 is an ordinary value
  /// (particle:function-return).
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
      .post, scope + ["devices", device, function], body: .json(writing: ["args": argument]),
      about: .function(function, device: device))
    let returned: Returned = try reply.decoded()
    return returned.value
  }

  /// Reads a variable; `variableMissing` or `deviceSilent` when it cannot (particle:variable-read).
  /// Costs one data operation.
  package func variable(_ name: String, of device: String) async throws -> VariableValue {
    struct Result: Decodable { var result: VariableValue }
    let reply = try await ask(
      .get, scope + ["devices", device, name], about: .variable(name, device: device))
    let value: Result = try reply.decoded()
    return value.result
  }

  /// Publishes an event in the account's name (particle:event-publish), or in a product's. Costs
  /// one data operation for each 1,024 bytes.
  package func publish(_ event: String, data: String) async throws {
    struct Event: Encodable {
      var name: String
      var data: String
      var `private` = true
    }
    let path = product == nil ? ["devices", "events"] : scope + ["events"]
    _ = try await ask(.post, path, body: .json(writing: Event(name: event, data: data)))
  }
}
