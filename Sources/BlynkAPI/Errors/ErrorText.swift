import HTTP

/// The message of Blynk's error envelope, `{"error":{"message":"…"}}` (blynk:error-envelope).
struct ErrorText: Sendable, Equatable {
  let shown: String

  init?(_ body: [UInt8]) {
    struct Envelope: Decodable {
      struct Inside: Decodable { var message: String }
      var error: Inside
    }
    guard let envelope = try? Reply.json(Envelope.self, from: body) else {
      return nil
    }
    shown = envelope.error.message
  }

  /// For comparing: the same text occurs with and without its final stop.
  var plain: String {
    let lower = shown.lowercased()
    return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
  }
}
