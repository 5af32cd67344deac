/// The properties of widgets (blynk:widget-property).
enum BlynkProperty {
  /// Whether a value may stand in a property. The docs say that some do not, and not which: a
  /// colour is `#RRGGBB` here, a switch `true` or `false` (or 1, 0), anything else any text.
  static func fits(_ name: String, _ value: String) -> Bool {
    if switches.contains(name) { return ["true", "false", "1", "0"].contains(value) }
    if colours.contains(name) { return isColour(value) }
    return true
  }

  private static let switches: Set<String> = ["isDisabled", "isHidden"]
  private static let colours: Set<String> = [
    "color", "onColor", "offColor", "onBackColor", "offBackColor",
  ]

  private static func isColour(_ value: String) -> Bool {
    value.utf8.count == 7 && value.first == "#" && value.dropFirst().allSatisfy(\.isHexDigit)
  }
}
