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

  /// A text of the body without the request's secrets: a cloud may repeat them.
  func scrub(_ text: String) -> String { request.scrubber.scrub(text) }

  /// The body as text without blanks around it.
  var text: String {
    let text = String(decoding: body, as: UTF8.self)
    let inside = text.drop { $0.isWhitespace }
    return String(inside.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The body as an object of pins, keys in either case; what is not a virtual pin is left out.
  func values() throws -> [Pin: BlynkValue] {
    guard let object = try? JSONDecoder().decode([String: Slot].self, from: Data(body)) else {
      throw BlynkError.unexpectedReply(witness)
    }
    var values: [Pin: BlynkValue] = [:]
    for (key, slot) in object {
      if let pin = Pin(key), let value = slot.value { values[pin] = value }
    }
    return values
  }

  /// A value, or something that is none.
  private struct Slot: Decodable {
    let value: BlynkValue?
    init(from decoder: any Decoder) throws { value = try? BlynkValue(from: decoder) }
  }
}
