import Ground
import Sketch

/// The sketch with a setup's values.
enum FirmwareSource {
  static let fileName = "footbridge.ino"

  static func of(_ clouds: Clouds) throws -> Firmware {
    let bindings = clouds.bindings
    return try Firmware(
      templateID: clouds.needed(bindings.plain("blynk.template_id"), "blynk.template_id"),
      templateName: clouds.needed(bindings.plain("blynk.template_name"), "blynk.template_name"),
      authToken: clouds.authToken())
  }
}
