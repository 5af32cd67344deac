import BlynkAPI
import Foundation

/// What is still to be put back, as the logbook keeps it: JSON with a version, and where it
/// belongs.
struct LoggedRestore: Codable {
  var v = LoggedRestore.version
  var particleURL: String
  var blynkURL: String?
  var deviceID: String?
  /// Which of the tokens given for a question was used.
  var tokens: [String: Int]
  var note: RestoreNote

  /// The latest version that can be read.
  static let version = 1

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// Nil for one that a later version wrote: that one puts it back.
  init?(json: String) {
    guard let read = try? JSONDecoder().decode(LoggedRestore.self, from: Data(json.utf8)),
      read.v <= LoggedRestore.version
    else { return nil }
    self = read
  }

  init(_ note: RestoreNote, of clouds: LoggedClouds) {
    particleURL = clouds.bindings.particleURL
    blynkURL = clouds.bindings.blynkURL
    deviceID = clouds.bindings.deviceID
    tokens = clouds.tokens.versions
    self.note = note
  }
}
