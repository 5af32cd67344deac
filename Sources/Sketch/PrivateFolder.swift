#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder for temporary files that only this user can look into, as a sketch holds a token.
struct PrivateFolder: Sendable {
  /// Where it is.
  let path: String

  /// Makes a new one.
  init(inside parent: String) throws(SketchError) {
    var template = Array("\(parent)/footbridge-sketch-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .hostFailed(act: "making a folder in \(parent)", reason: PrivateFolder.lastError)
    }
    path = template.withUnsafeBufferPointer { text in
      text.baseAddress.map { String(cString: $0) } ?? parent
    }
  }

  /// Writes a file, and makes the folders above it.
  func write(_ bytes: [UInt8], to name: String) throws(SketchError) {
    let url = URL(filePath: path + "/" + name)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    } catch {
      throw .hostFailed(act: "writing \(name)", reason: PrivateFolder.lastError)
    }
  }

  /// Makes a folder in it.
  func makeFolder(_ name: String) throws(SketchError) {
    guard mkdir(path + "/" + name, S_IRWXU) == 0 else {
      throw .hostFailed(act: "making \(name)", reason: PrivateFolder.lastError)
    }
  }

  /// Lets this user run a file.
  func makeExecutable(_ name: String) throws(SketchError) {
    guard chmod(path + "/" + name, S_IRWXU) == 0 else {
      throw .hostFailed(act: "making \(name) executable", reason: PrivateFolder.lastError)
    }
  }

  /// Reads a file; nil if it is not there.
  func read(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: path + "/" + name))).map { Array($0) }
  }

  /// Takes it away with all that is in it. What cannot be removed stays for the system to clean.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private static var lastError: String { String(cString: strerror(errno)) }
}
