/// The text of a setting, read as what its place takes.
enum SettingText {
  /// Counts, limits and statuses.
  static func read(_ text: String, _ place: inout Int, in range: ClosedRange<Int>) -> Bool {
    guard let number = Int(text), range.contains(number) else { return false }
    place = number
    return true
  }

  /// `none` is nil.
  static func read(_ text: String, _ place: inout Int?, in range: ClosedRange<Int>) -> Bool {
    if text == "none" {
      place = nil
      return true
    }
    var number = 0
    guard read(text, &number, in: range) else { return false }
    place = number
    return true
  }

  /// `true` or `false`.
  static func read(_ text: String, _ place: inout Bool) -> Bool {
    guard let value = Bool(text) else { return false }
    place = value
    return true
  }

  /// Any text is right.
  static func read(_ text: String, _ place: inout String) -> Bool {
    place = text
    return true
  }

  /// Seconds.
  static func read(
    _ text: String, _ place: inout Duration, in range: ClosedRange<Double>
  ) -> Bool {
    guard let seconds = Double(text), range.contains(seconds) else { return false }
    place = .milliseconds(Int64(seconds * 1000))
    return true
  }

  /// One of the words of a choice.
  static func read<Choice: RawRepresentable<String>>(
    _ text: String, _ place: inout Choice
  ) -> Bool {
    guard let choice = Choice(rawValue: text) else { return false }
    place = choice
    return true
  }
}
