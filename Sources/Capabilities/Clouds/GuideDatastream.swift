import BlynkAPI
import Core

/// A datastream of the guide, with the fields of its form (blynk:guide-streams).
package struct GuideDatastream: Encodable, Sendable {
  /// Such as `V6`.
  package let pin: String
  let name: String
  let alias: String
  let type: String
  var min: Double?
  var max: Double?
  var `default`: String?
  /// Every value is kept, so that charts show each of them.
  var isRaw = true

  private enum CodingKeys: String, CodingKey {
    case pin, name, alias, type, min, max, `default`
    case isRaw = "raw"
  }

  /// The act that makes it.
  package var act: String { "blynk.datastream-\(pin.lowercased()).create" }

  /// V15 has no default, V6 neither range nor default, as in the guide.
  package static let five = [
    GuideDatastream(
      pin: "V6", name: "V6_last_publish", alias: "V6 last publish", type: "String",
      isRaw: false),
    integer("V14", max: 2_147_483_647),
    GuideDatastream(
      pin: "V15", name: "Double V15", alias: "Double V15", type: "Double", min: 0, max: 3.3),
    integer("V16", max: 1), integer("V17", max: 1),
  ]

  private static func integer(_ pin: String, max: Double) -> GuideDatastream {
    GuideDatastream(
      pin: pin, name: "Integer \(pin)", alias: "Integer \(pin)", type: "Integer", min: 0, max: max,
      default: "0")
  }
}

extension GuideDatastream {
  /// In what the template's stream on this pin is not as it should be; a field that the cloud
  /// leaves out is let pass. The keys of Min and Max are not documented to us
  /// (blynk:platform-datastreams).
  func differences(from streams: [PlatformDatastream], onlyTypes: Bool) -> [Phrase] {
    guard let found = streams.first(where: { $0.pin?.description == pin }) else {
      return ["\(pin): there is no such datastream"]
    }
    var lines: [Phrase] = []
    if let type = found.type, type != platformType {
      lines.append("\(pin) DATA TYPE: \(type), should be \(platformType)")
    }
    if onlyTypes { return lines }
    if let raw = found.isRaw, raw != isRaw {
      lines.append("\(pin) IS RAW: \(raw ? "on" : "off"), should be \(isRaw ? "on" : "off")")
    }
    if let value = found.defaultValue, let wanted = `default`, Double(value) != Double(wanted) {
      lines.append("\(pin) DEFAULT VALUE: \(value), should be \(wanted)")
    }
    return lines
  }

  /// The Platform API's word for the type.
  private var platformType: String {
    switch type {
    case "Integer": "INT"
    case "Double": "DOUBLE"
    default: "STRING"
    }
  }
}
