import Wire

/// A datastream of a template (blynk-cloud §11). Its range has keys that are not documented to us.
package struct PlatformDatastream: PlatformMember, Equatable {
  package var id: Int
  package var label: String?
  package var alias: String?
  /// `STRING`, `INT`, `DOUBLE`, `BOOLEAN`, `LOCATION` or `ENUM`.
  package var type: String?
  /// Nil for a stream that is on no virtual pin.
  package var pin: Pin?
  package var units: String?
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
