import Foundation
import Ground
import Guidebook

/// What this run says to a person: English, or the locale's language where its words are there.
enum Speech {
  /// Read once, and only when something is said: English costs nothing.
  static let catalogue = WordingFile.catalogue(
    of: ReaderLanguage.code(in: ProcessInfo.processInfo.environment),
    executable: Doorway.executable)
}
