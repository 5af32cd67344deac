#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A device of the practice account, as the cloud remembers it.
package struct ParticleDevice: Sendable, Equatable, Codable {
  /// 24 hexadecimal digits.
  let id: String
  var name: String
  /// 13 is a Boron (particle-cloud §4).
  var platformID = 13
  /// Whether it has power and a network.
  var isOnline = true
  /// The source it was last flashed with; nil is the firmware it came with, which has no functions.
  var source: String?
  var lastHandshake: Date
  var lastHeard: Date
  var notes: String?
}
