import HTTP

/// A metadata field of a device (blynk:meta-field).
package struct MetaField: Sendable, Equatable, Decodable {
  /// Such as `Text`.
  package var type: String?
  /// As text; nil when it holds something that is no scalar.
  package var value: String?

  private enum CodingKeys: String, CodingKey { case type, value }

  /// A field of these parts; what Blynk answers is read by `init(from:)`.
  package init(type: String?, value: String?) {
    self.type = type
    self.value = value
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(type: fields.text(.type), value: fields.text(.value))
  }
}
