#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import DeviceSimulator

/// A device of the practice account, as the cloud remembers it.
package struct ParticleDevice: Sendable, Equatable, Codable {
  /// 24 hexadecimal digits.
  let id: String
  var name: String
  /// 13 is a Boron (particle:platform-ids).
  var platformID = 13
  /// Whether it has power and a network.
  var isOnline = true
  /// The sketch it was last flashed with; nil is the firmware it came with, which has no functions.
  var files: [SketchFile]?
  var lastHandshake: Date
  var lastHeard: Date
  var notes: String?
  /// The product it is in.
  var productID: Int?
  /// Marked in the product as one for development; nil is not.
  var isForDevelopment: Bool?
  /// The version of the product's firmware that it is locked to; nil is not.
  var lockedVersion: Int?
  /// Whether updates may interrupt it; nil is not.
  var forcesUpdates: Bool?
  /// Whether it runs without its sketch, for somebody holds its buttons; nil is not.
  var isInSafeMode: Bool?
}
