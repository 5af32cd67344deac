import Core

extension PracticeSettings {
  /// The names of all settings: those of each cloud behind its own name.
  package static var names: [String] {
    ParticlePracticeSettings.names.map { "particle.\($0)" }
      + BlynkPracticeSettings.names.map { "blynk.\($0)" }
  }

  /// Sets one of them.
  ///
  /// - Parameter text: `name=value`. Throws `PracticeError.unknownSetting` or `.unfitSetting`.
  package mutating func set(_ text: String) throws(PracticeError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard PracticeSettings.names.contains(name) else {
      throw .unknownSetting(name, nearest: Wording.nearest(name, among: PracticeSettings.names))
    }
    guard parts.count > 1, take(name, String(parts[1])) else {
      throw .unfitSetting(
        name, value: parts.count > 1 ? String(parts[1]) : "", range: PracticeSettings.range(name))
    }
  }

  private static func range(_ name: String) -> SettingRange? {
    let short = String(name.split(separator: ".", maxSplits: 1)[1])
    return name.hasPrefix("blynk.")
      ? BlynkPracticeSettings.range(of: short) : ParticlePracticeSettings.range(of: short)
  }

  private mutating func take(_ name: String, _ value: String) -> Bool {
    let parts = name.split(separator: ".", maxSplits: 1)
    let short = String(parts[1])
    return parts[0] == "blynk" ? blynk.set(short, to: value) : particle.set(short, to: value)
  }
}
