import Ground
import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A reply of the cloud, with the exchange it belongs to.
struct Reply: Sendable {
  let witness: Witness
  let body: [UInt8]
  private let request: Request

  init(_ request: Request, _ response: Response) {
    witness = Witness(request, response)
    body = response.body
    self.request = request
  }

  var status: Int { witness.status }

  /// A text of the body without the request's secrets: a cloud may repeat them.
  func scrub(_ text: String) -> String { request.scrubber.scrub(text) }

  /// The body as a value; `unexpectedReply` when it has another shape.
  func decoded<Value: Decodable>() throws -> Value {
    do {
      return try Reply.decode(Value.self, from: body)
    } catch {
      throw ParticleError.unexpectedReply(witness)
    }
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from body: [UInt8]) throws -> Value {
    try JSONDecoder().decode(type, from: Data(body))
  }
}

/// A value written as JSON with its keys sorted, so that the same request is always the same bytes.
func jsonText(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  // Only this room's own values of strings and flags are written; they always encode.
  return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
}
