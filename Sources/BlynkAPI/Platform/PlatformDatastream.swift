import HTTP

/// A datastream of a template (blynk:platform-datastreams). Its range has keys that are not
/// documented to us.
package struct PlatformDatastream: PlatformMember, Equatable {
  /// Blynk's number of the stream, which `setValue` asks for; not its pin.
  package var id: Int
  /// What a person calls it, such as `Integer V16`; nil when the reply leaves it out.
  package var label: String?
  /// Its second name, of letters, digits and spaces, unique in the template (blynk:stream-names).
  package var alias: String?
  /// `STRING`, `INT`, `DOUBLE`, `BOOLEAN`, `LOCATION` or `ENUM`.
  package var type: String?
  /// Nil for a stream that is on no virtual pin.
  package var pin: Pin?
  /// The unit it is measured in, as Blynk writes it; nil when the reply leaves it out.
  package var units: String?
  /// What it holds before the first value, as text; nil when the reply leaves it out.
  package var defaultValue: String?
  /// Whether every value is kept.
  package var isRaw: Bool?

  private enum CodingKeys: String, CodingKey {
    case id, label, alias, type, pin, pinType, units, defaultValue, isRaw
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(Int.self, forKey: .id)
    label = fields.text(.label)
    alias = fields.text(.alias)
    type = fields.text(.type)
    pin = PlatformDatastream.pin(fields.text(.pin), fields.text(.pinType))
    units = fields.text(.units)
    defaultValue = fields.text(.defaultValue)
    isRaw = fields.flag(.isRaw)
  }

  /// The pin's own form is not shown: `16` and `V16` are both read.
  private static func pin(_ text: String?, _ type: String?) -> Pin? {
    guard let text, (type ?? "VIRTUAL") == "VIRTUAL" else { return nil }
    return Pin(text) ?? UInt8(text).map(Pin.init)
  }
}
