/// What a session calls things that differ from run to run: `{home}`, `{particle}`, `{device_id}`.
struct Names {
  /// The longest value first, as one may be part of another.
  private let values: [(name: String, value: String)]

  init(_ stage: Stage, port: Int?) {
    var values = [
      ("{home}", stage.home), ("{answers}", stage.answers), ("{work}", stage.scratch.path),
    ]
    if let port { values.append(("{port}", "\(port)")) }
    if let start = stage.clouds?.start {
      values += [
        ("{clouds}", stage.cloudFlags.joined(separator: " ")), ("{particle}", start.particle),
        ("{particle_host}", Names.host(start.particle)), ("{blynk}", start.blynk),
        ("{blynk_host}", Names.host(start.blynk)), ("{admin}", start.admin),
        ("{particle_port}", Names.port(start.particle)),
        ("{blynk_port}", Names.port(start.blynk)),
        ("{access_token}", start.accessToken), ("{auth_token}", start.authToken),
        ("{device_id}", start.deviceID), ("{template_id}", start.templateID),
      ]
    }
    self.values = values.map { (name: $0.0, value: $0.1) }
      .sorted { $0.value.count > $1.value.count }
  }

  /// The values in place of the names.
  func fill(_ text: String) -> String {
    values.reduce(text) { $0.replacing($1.name, with: $1.value) }
  }

  /// The names in place of the values.
  func name(_ text: String) -> String {
    values.reduce(text) { $0.replacing($1.value, with: $1.name) }
  }

  /// As a sentence says it, so that no other number is taken for it.
  private static func port(_ url: String) -> String {
    "port " + url.reversed().prefix { $0 != ":" }.reversed()
  }

  private static func host(_ url: String) -> String { String(url.drop { $0 != "/" }.dropFirst(2)) }
}
