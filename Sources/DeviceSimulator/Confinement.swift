import Core

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a compiler or a sketch may see and take of this machine. A sketch is anybody's text, and
/// its compiler reads whatever the text names: neither is to see the person's files, or the
/// network.
struct Confinement: Sendable, Hashable {
  /// How much a process may take.
  struct Limits: Sendable, Hashable {
    var memoryBytes: UInt64
    var fileBytes: UInt64
    var processorSeconds: UInt32
    var openFiles: UInt32
    var mayFork: Bool

    /// A compiler's own processes do the work; `#include` of an endless file ends here.
    static let compiler = Limits(
      memoryBytes: 2 << 30, fileBytes: 32 << 20, processorSeconds: 150, openFiles: 256,
      mayFork: true)
    /// An hour of computing is days of a sketch that mostly waits.
    static let sketch = Limits(
      memoryBytes: 512 << 20, fileBytes: 0, processorSeconds: 3600, openFiles: 32, mayFork: false)
  }

  /// The ways of the system that are tried, as bits of `csketch.h`; all, unless a test leaves some
  /// out.
  var layers: Int32 = 7
  /// Files and folders that may be read: the system's programs and libraries, and the compiler.
  var readable: [String]

  /// The machine's own, without which no program runs; nothing of a person's is there.
  private static let system = [
    "/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/etc/alternatives",
    "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/nix/store", "/gnu/store",
  ]

  /// - Parameter compilerPath: shown with the folder it was installed to, wherever that is.
  init(compilerPath: String? = nil, home: String? = nil) {
    readable = Confinement.system
    guard let compilerPath else { return }
    readable += Confinement.places(of: compilerPath, home: home).filter { place in
      !Confinement.system.contains { place.hasPrefix($0 + "/") }
    }
  }

  /// The same, and one place more.
  func showing(_ place: String) -> Confinement {
    var confinement = self
    confinement.readable.append(place)
    return confinement
  }

  /// Each link on the way to the compiler, and where it is in the end.
  private static func places(of path: String, home: String?) -> [String] {
    var places: [String] = []
    var path = path
    // As many links as the system itself would follow.
    for _ in 0..<40 {
      guard let next = link(at: path) else { break }
      places.append(path)
      path = next.hasPrefix("/") ? next : folder(of: path) + "/" + next
    }
    let bin = folder(of: path)
    let prefix = folder(of: bin)
    let isPerson = prefix == "/" || home.map { ($0 + "/").hasPrefix(prefix + "/") } == true
    return places + [isPerson ? bin : prefix]
  }

  private static func link(at path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &bytes, bytes.count - 1)
    return count < 0
      ? nil : String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func folder(of path: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    return folder.isEmpty ? "/" : folder
  }
}

/// What holds for sketches that are not Footbridge's own, on this machine.
package enum SketchConfinement {
  /// What cannot be kept from them here, in words; empty where all of it can.
  package static var lines: [Phrase] {
    let held = Confinement().held
    return [
      held.hidesFiles ? nil : "This machine cannot hide your files from a sketch and its compiler.",
      held.hasNoNetwork ? nil : "This machine cannot keep a sketch off the network.",
      held.isAlone ? nil : "This machine cannot keep a sketch from starting other programs.",
    ].compactMap { $0 }
  }
}
