import Capabilities
import Reports

extension PracticeConsole {
  /// A piece of a person's work in Blynk's console, as a call of the admin port.
  struct Work {
    let path: String
    /// JSON; where the access token belongs stands `tokenPlace`.
    let body: String

    /// What stands where the header of Blynk's webhook has the access token.
    static let tokenPlace = "BEARER_TOKEN"

    static let webhookTest = Work(path: "/webhook/test", body: "{}")

    static func flip(to value: Int) -> Work {
      Work(path: "/flip", body: JSONText.line(["value": value]))
    }

    static let blueprint = Work(path: "/blueprint", body: "{}")

    static func template(named name: String) -> Work {
      Work(path: "/template", body: JSONText.line(["name": name]))
    }

    static func datastream(_ stream: GuideDatastream) -> Work {
      Work(path: "/datastreams", body: JSONText.line(stream))
    }

    static func device(named name: String) -> Work {
      Work(path: "/activate", body: JSONText.line(["name": name]))
    }

    /// The one that is there.
    static let firstDevice = Work(path: "/activate", body: "{}")

    static func webhook(deviceID: String, url: String) -> Work {
      let fields = JSONText.line(Webhook(device_id: deviceID, url: url)).dropLast()
      // The recordings of Recordings/ have it last.
      return Work(
        path: "/webhook", body: fields + #","headers":{"Authorization":"\#(tokenPlace)"}}"#)
    }

    /// The form of blynk:guide-webhook, but for the header.
    private struct Webhook: Encodable {
      let device_id: String
      let url: String
      let name = WebhookForm.name
      let pin = "V16"
      let method = "POST"
      let content_type = "application/json"
      let body = WebhookForm.body
      let enabled = true
    }
  }
}
