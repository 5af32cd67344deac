import Guide

/// Where an answer may come from besides an answers file.
extension Question {
  /// The environment variable that answers it: `particle.access_token` is `PARTICLE_ACCESS_TOKEN`.
  /// A name without a dot has none: `PATH` is something else.
  package var variable: String? {
    guard name.contains(".") else { return nil }
    return String(name.uppercased().map { $0 == "." || $0 == "-" ? "_" : $0 })
  }

  /// The flag that answers it. A secret has none: arguments are seen by everyone on the machine.
  var flag: String? {
    switch name {
    case "path": "--path"
    case "blynk.server": "--blynk-url"
    default: shape.isSecret ? nil : "--set \(name)=…"
    }
  }
}
