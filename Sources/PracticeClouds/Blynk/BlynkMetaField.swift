/// A metadata field of a template (blynk:meta-field). Which types there are is only shown by
/// example; these two are.
struct BlynkMetaField: Sendable, Equatable, Codable {
  enum Kind: String, Sendable, Codable, CaseIterable {
    case text = "Text"
    case number = "Number"
  }

  /// Given in order of creation, from 1.
  var id: Int
  var name: String
  var kind: Kind
  /// What a device has until it is given a value of its own.
  var value: String

  /// Whether a text may stand in the field.
  func fits(_ text: String) -> Bool {
    kind == .text || Double(text)?.isFinite == true
  }
}
