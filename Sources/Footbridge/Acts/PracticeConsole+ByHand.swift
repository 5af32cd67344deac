import Ground

/// On practice clouds nothing can be clicked: what a person does by hand there is a call.
extension PracticeConsole {
  /// The call to type for an act; the access token is taken from its variable. Nil for what is no
  /// console work.
  func call(for act: String, _ bindings: Bindings) -> String? {
    let name = bindings.plain("blynk.template_name") ?? "Particle Device"
    switch act {
    case "blynk.blueprint.use": return curl("/blueprint", "{}")
    case "blynk.template.create": return curl("/template", #"{"name":"\#(name)"}"#)
    case "blynk.datastreams.create":
      let streams = GuideDatastream.five.map { curl("/datastreams", JSONText.line($0)) }
      return streams.joined(separator: "\n")
    case "blynk.device.create": return curl("/activate", #"{"name":"practice"}"#)
    case "blynk.webhook.create":
      let url = bindings.shown["webhook.url"] ?? ""
      let body = WebhookForm.body.replacing("\"", with: "\\\"")
      return curl(
        "/webhook",
        #"{"name":"\#(WebhookForm.name)","pin":"V16","url":"\#(url)","body":"\#(body)","#
          + #""headers":{"Authorization":"Bearer '"$PARTICLE_ACCESS_TOKEN"'"}}"#)
    default: return nil
    }
  }

  private func curl(_ path: String, _ body: String) -> String {
    "curl --json '\(body)' \(admin)\(path)"
  }
}
