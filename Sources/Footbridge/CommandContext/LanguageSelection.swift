import Core
import Foundation
import Guide

/// What this run says to a person: English, or the locale's language where its words are there.
enum LanguageSelection {
  /// Read once, and only when something is said: English costs nothing.
  static let catalog = WordingFile.catalog(
    of: ReaderLanguage.code(in: ProcessInfo.processInfo.environment),
    executable: CommandContext.executable)
}
