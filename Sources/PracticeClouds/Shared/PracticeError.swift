/// Why the practice clouds cannot do what they were asked to.
package enum PracticeError: Error, Sendable, Equatable {
  /// Another program listens there. 0 never gives this.
  case portInUse(Int)
  /// The port could not be opened for another reason: the system's own words.
  case portRefused(Int, reason: String)
  /// Three ports from the base on do not fit below 65536.
  case portBaseOutOfRange(Int)
  case unknownFault(String, nearest: String?)
  case unknownSetting(String, nearest: String?)
  /// - Parameter range: from which value to which it goes, where it is a number.
  case unfitSetting(String, value: String, range: SettingRange?)
  /// The kept state of the practice clouds cannot be read.
  case snapshotDamaged(reason: String)
}
