import Core

/// A kind of Particle device (particle:platform-ids, particle:platform-led): what it is called, and
/// what it has for this walk.
package struct DeviceKind: Sendable, Equatable {
  /// What the sketch can move.
  enum Light: Sendable {
    /// A blue LED at D7.
    case onBoard
    /// No LED, but a number that it shares with a board that has one, so the sketch drives the pin.
    case pinOnly
    /// No LED at D7; the sketch leaves the pin alone.
    case none
  }

  /// Particle's `platform_id`.
  let id: Int
  /// The guide's word for it, as particle-cli has it.
  let word: String
  let name: String
  var light = Light.none
  var isCellular = false

  static let all = [
    DeviceKind(id: 13, word: "boron", name: "Boron", light: .onBoard, isCellular: true),
    DeviceKind(id: 12, word: "argon", name: "Argon", light: .onBoard),
    DeviceKind(id: 32, word: "photon2", name: "Photon 2", light: .onBoard),
    DeviceKind(id: 32, word: "p2", name: "P2 module", light: .pinOnly),
    DeviceKind(id: 10, word: "electron", name: "Electron", light: .onBoard, isCellular: true),
    DeviceKind(id: 6, word: "photon", name: "Photon", light: .onBoard),
    DeviceKind(id: 0, word: "core", name: "Core", light: .onBoard),
    DeviceKind(id: 14, word: "xenon", name: "Xenon", light: .onBoard),
    DeviceKind(id: 8, word: "p1", name: "P1 module"),
    DeviceKind(id: 23, word: "bsom", name: "B SoM", isCellular: true),
    DeviceKind(id: 25, word: "b5som", name: "B5 SoM", isCellular: true),
    DeviceKind(id: 15, word: "esomx", name: "E SoM X", isCellular: true),
    DeviceKind(id: 22, word: "asom", name: "A SoM"),
    DeviceKind(id: 26, word: "tracker", name: "Tracker", isCellular: true),
    DeviceKind(id: 28, word: "trackerm", name: "Tracker M", isCellular: true),
    DeviceKind(id: 35, word: "msom", name: "M SoM", isCellular: true),
    DeviceKind(id: 37, word: "electron2", name: "Electron 2", isCellular: true),
    DeviceKind(id: 42, word: "tachyon", name: "Tachyon", isCellular: true),
    DeviceKind(id: 43, word: "linux", name: "Linux"),
  ]

  /// What the guide calls a kind that is none of these.
  static let other = "other"

  /// The kind that a person named.
  static func named(_ word: String?) -> DeviceKind? { all.first { $0.word == word } }

  /// The kind of that number; of two that share it the one that was named.
  static func of(_ id: Int?, named word: String? = nil) -> DeviceKind? {
    all.first { $0.id == id && $0.word == word } ?? all.first { $0.id == id }
  }

  /// A kind's name, known or not.
  static func name(_ id: Int?) -> Phrase {
    guard let id else { return "unknown kind" }
    if id == 32 { return "Photon 2 or P2" }
    return of(id).map { Phrase(verbatim: $0.name) } ?? "platform \(id)"
  }

  /// What will be seen of the switch on the device.
  var lightWords: Phrase {
    switch light {
    case .onBoard: "its blue LED at D7 follows the switch"
    case .pinOnly: "it has no LED; what is wired to D7 follows the switch, and V17 tells"
    case .none: "it has no LED at D7; that pin is left alone, and V17 tells"
    }
  }

  /// Blynk's word for how it reaches the internet.
  var connection: String { isCellular ? "GSM" : "WiFi" }
}
