import Capabilities
import Core
import Guide

/// On practice clouds nothing can be clicked: what a person does by hand there is a call.
extension PracticeConsole {
  /// What stands around a call that is typed.
  struct Place {
    let setup: String
    /// The home that the practice setup is kept in.
    let home: String
    let bindings: Bindings
    /// Under which the access token stands in the secrets file.
    let tokenKey: String
  }

  /// The calls to type for a step, one a line; nil for what nothing is called for.
  func calls(for step: Step, at place: Place) -> [String]? {
    guard let lines = lines(for: step, at: place) else { return nil }
    let needsToken = lines.contains { $0.contains("$\(PracticeConsole.tokenVariable)") }
    return needsToken ? [tokenLine(place)] + lines : lines
  }

  private func lines(for step: Step, at place: Place) -> [String]? {
    if let work = work(for: step.act, place.bindings) { return work.map(curl) }
    switch (step.act, step.check) {
    case ("particle.firmware.flash", _): return flash(place)
    case ("particle.integration.create", _): return integration(step, place)
    case (_, "blynk.webhook-tested"): return [curl(.webhookTest)]
    case (_, "blynk.switch-flipped"): return [curl(.flip(to: 1)), curl(.flip(to: 0))]
    default: return nil
    }
  }

  private func work(for act: String?, _ bindings: Bindings) -> [Work]? {
    switch act {
    case "blynk.blueprint.use": [.blueprint]
    case "blynk.template.create":
      [.template(named: bindings.plain("blynk.template_name") ?? "Particle Device")]
    case "blynk.datastreams.create": GuideDatastream.five.map { .datastream($0) }
    // A blueprint brought a device with it, and another one would have another token.
    case "blynk.device.create":
      [bindings.plain("path") == "blueprint" ? .firstDevice : .device(named: "practice")]
    case "blynk.webhook.create":
      [
        .webhook(
          deviceID: bindings.plain("particle.device_id") ?? "",
          url: bindings.shown["webhook.url"]?.english ?? "")
      ]
    default: GuideDatastream.five.first { $0.act == act }.map { [.datastream($0)] }
    }
  }

  /// The sketch as a file, then the call that Particle's own tool makes.
  private func flash(_ place: Place) -> [String] {
    let device = place.bindings.deviceID ?? ""
    let home = quoted(place.home)
    return [
      "footbridge firmware \(place.setup) --home \(home) --out footbridge.ino",
      "curl -X PUT \(bearer) -F file=@footbridge.ino "
        + "\(place.bindings.particleURL)/v1/devices/\(device)",
    ]
  }

  /// The template of the step's own page.
  private func integration(_ step: Step, _ place: Place) -> [String]? {
    guard
      let page = try? GuideDocument.fill(
        step.body, values: place.bindings.shown.mapValues(\.english))
    else {
      return nil
    }
    let template = page.blocks.lazy.compactMap { block -> String? in
      if case .code("json", let text) = block { text } else { nil }
    }.first
    guard let template else { return nil }
    let line = template.split(separator: "\n").map { String($0).trimmed }.joined()
    return ["curl \(bearer) --json \(quoted(line)) \(place.bindings.particleURL)/v1/integrations"]
  }

  private func tokenLine(_ place: Place) -> String {
    let key = place.tokenKey.replacing(".", with: "\\.")
    return "\(PracticeConsole.tokenVariable)=$(grep -o '\"\(key)\" *: *\"[^\"]*\"' "
      + "\(quoted(place.bindings.secretsFile)) | cut -d'\"' -f4)"
  }

  private static let tokenVariable = "PARTICLE_ACCESS_TOKEN"
  private var bearer: String {
    "-H \"Authorization: Bearer $\(PracticeConsole.tokenVariable)\""
  }

  private func curl(_ work: Work) -> String {
    let body = quoted(work.body).replacing(
      Work.tokenPlace, with: "Bearer '\"$\(PracticeConsole.tokenVariable)\"'")
    return "curl --json \(body) \(admin)\(work.path)"
  }

  /// For a POSIX shell, in which only a quote ends what a quote began.
  private func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: #"'\''"#))'"
  }
}
