import Foundation
import Guide
import Localization

/// What this run says to a person: English, or the locale's language where its words are there.
enum LanguageSelection {
  /// Read once, and only when something is said: English costs nothing.
  static let catalog = WordingFile.catalog(
    of: ReaderLanguage.code(in: ProcessInfo.processInfo.environment),
    in: HelpFile.folders(
      "wording", executable: CommandContext.executable,
      environment: ProcessInfo.processInfo.environment))
}
