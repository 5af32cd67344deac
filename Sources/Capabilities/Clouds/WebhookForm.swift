import BlynkAPI
import Core

/// Blynk's webhook as the guide describes it (blynk:guide-webhook), as far as the Platform API
/// shows it.
package enum WebhookForm {
  /// What Blynk lists it as.
  package static let name = "particle-http-api"
  /// The box for the body, as it is typed.
  package static let body = #"{"args":"{device_pinValue}"}"#

  private static let triggers = [
    "DEVICE_DATASTREAM_UPDATE", "PRODUCT_DATASTREAM_UPDATE", "GLOBAL_PRODUCT_DATASTREAM_UPDATE",
  ]

  /// In what it would behave otherwise; a field that the cloud leaves out is let pass.
  static func differences(from found: PlatformWebhook) -> [Phrase] {
    var lines: [Phrase] = []
    if let trigger = found.trigger, !triggers.contains(trigger) {
      lines.append("WEBHOOK TRIGGER EVENT: \(trigger), should be \(triggers[0])")
    }
    if let method = found.method, method.uppercased() != "POST" {
      lines.append("REQUEST TYPE: \(method), should be POST")
    }
    if let type = found.contentType, type != "JSON" {
      lines.append("CONTENT TYPE: \(type), should be JSON")
    }
    if let text = found.body, text.filter({ !$0.isWhitespace }) != body {
      lines.append("the box below it: \(text), should be \(body)")
    }
    return lines
  }
}
