/// Bounds that hold for several settings.
enum SettingBounds {
  /// What may be any number of things, or none.
  static let count = 0...1_000_000_000
  /// The statuses of an answer, without those that only announce one.
  static let status = 200...599
  /// How long a token lives: up to a hundred years.
  static let lifetime = 0...3_153_600_000
  /// Seconds of a wait that may be none, up to a day.
  static let wait = 0.0...86_400
  /// Seconds of what comes again and again, or of a time limit: without any, the one would take
  /// a whole core, and the other would be no limit.
  static let interval = 0.1...86_400
}

/// A setting that has a name: how its text is read, and between which bounds.
struct NamedSetting<Settings>: Sendable {
  /// From which value to which, where it is a number.
  let range: SettingRange?
  /// Sets it; false for a text that is no value for it.
  let set: @Sendable (inout Settings, String) -> Bool

  /// Any other than a number.
  init(_ set: @escaping @Sendable (inout Settings, String) -> Bool) {
    range = nil
    self.set = set
  }

  /// A count, a limit, a status.
  static func number(
    _ place: any WritableKeyPath<Settings, Int> & Sendable,
    _ range: ClosedRange<Int> = SettingBounds.count
  ) -> NamedSetting {
    NamedSetting(range) { SettingText.read($1, &$0[keyPath: place], in: range) }
  }

  /// The same, or `none`.
  static func number(
    _ place: any WritableKeyPath<Settings, Int?> & Sendable,
    _ range: ClosedRange<Int> = SettingBounds.count
  ) -> NamedSetting {
    NamedSetting(range) { SettingText.read($1, &$0[keyPath: place], in: range) }
  }

  /// Seconds.
  static func seconds(
    _ place: any WritableKeyPath<Settings, Duration> & Sendable, _ range: ClosedRange<Double>
  ) -> NamedSetting {
    NamedSetting(range) { SettingText.read($1, &$0[keyPath: place], in: range) }
  }

  private init<Bound>(
    _ range: ClosedRange<Bound>, _ set: @escaping @Sendable (inout Settings, String) -> Bool
  ) {
    self.range = SettingRange(range)
    self.set = set
  }
}

/// From which value to which a setting goes, as a person would write them.
package struct SettingRange: Sendable, Equatable {
  let least: String
  let most: String

  init<Bound>(_ range: ClosedRange<Bound>) {
    least = SettingRange.text(range.lowerBound)
    most = SettingRange.text(range.upperBound)
  }

  private static func text<Bound>(_ bound: Bound) -> String {
    let text = "\(bound)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
