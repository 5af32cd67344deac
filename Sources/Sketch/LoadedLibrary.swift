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

/// A shared library that was loaded from a file of its own, so that its globals are its own.
final class LoadedLibrary {
  private let handle: UnsafeMutableRawPointer
  private var isKept = false

  /// Loads a library that this program has made; the file is gone again when this returns.
  init(bytes: [UInt8], temporaryFolder: String) throws(SketchError) {
    let folder = try PrivateFolder(inside: temporaryFolder)
    defer { folder.remove() }
    try folder.write(bytes, to: "sketch.so")
    guard let handle = dlopen(folder.path + "/sketch.so", RTLD_NOW | RTLD_LOCAL) else {
      throw .hostFailed(act: "loading it", reason: dlerror().map { String(cString: $0) } ?? "")
    }
    self.handle = handle
  }

  deinit { if !isKept { dlclose(handle) } }

  /// What the library offers under a name.
  func symbol(_ name: String) -> UnsafeMutableRawPointer? { dlsym(handle, name) }

  /// Leaves the library loaded for as long as the process lives.
  func keep() { isKept = true }
}
