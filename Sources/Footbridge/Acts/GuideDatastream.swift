/// A datastream of the guide, with the fields of its form (blynk-cloud §9.1).
struct GuideDatastream: Encodable {
  let pin: String
  let name: String
  let alias: String
  let type: String
  var min: Double?
  var max: Double?
  var `default`: String?

  /// V15 has no default, V6 neither range nor default, as in the guide.
  static let five = [
    GuideDatastream(pin: "V6", name: "V6_last_publish", alias: "V6 last publish", type: "String"),
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
