#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import DeviceSimulator

/// What `POST /v1/binaries` made, until it expires.
struct DeviceBinary: Sendable {
  /// 24 hexadecimal digits.
  let id: String
  let expiresAt: Date
  let platformID: Int
  /// What it was made of: a device that is flashed with it keeps that, not the bytes.
  let files: [SketchFile]
  let bytes: [UInt8]
}
