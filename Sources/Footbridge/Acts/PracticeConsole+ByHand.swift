/// On practice clouds nothing can be clicked: what a person does by hand there is a call.
extension PracticeConsole {
  /// The calls to type for an act; the access token is taken from its variable. Nil for what is no
  /// console work.
  func call(for act: String, _ bindings: Bindings) -> String? {
    work(for: act, bindings)?.map(curl).joined(separator: "\n")
  }

  private func work(for act: String, _ bindings: Bindings) -> [Work]? {
    switch act {
    case "blynk.blueprint.use": [.blueprint]
    case "blynk.template.create":
      [.template(named: bindings.plain("blynk.template_name") ?? "Particle Device")]
    case "blynk.datastreams.create": GuideDatastream.five.map { .datastream($0) }
    case "blynk.device.create": [.device(named: "practice")]
    case "blynk.webhook.create":
      [
        .webhook(
          deviceID: bindings.plain("particle.device_id") ?? "",
          url: bindings.shown["webhook.url"] ?? "")
      ]
    default: nil
    }
  }

  /// For a POSIX shell, in which only a quote ends what a quote began.
  private func curl(_ work: Work) -> String {
    let body = work.body.replacing("'", with: #"'\''"#)
      .replacing(Work.tokenPlace, with: #"Bearer '"$PARTICLE_ACCESS_TOKEN"'"#)
    return "curl --json '\(body)' \(admin)\(work.path)"
  }
}
