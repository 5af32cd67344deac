#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What this process takes of the machine, as Linux tells it.
struct Footprint: Sendable {
  /// Resident memory now, and at most so far.
  let megabytes: Double
  let peakMegabytes: Double
  let descriptors: Int

  static func now() throws -> Footprint {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    func megabytes(_ name: String) -> Double {
      let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
      return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first)
        .flatMap { Double($0) }.map { $0 / 1_024 } ?? 0
    }
    return Footprint(
      megabytes: megabytes("VmRSS:"), peakMegabytes: megabytes("VmHWM:"),
      descriptors: try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count)
  }

  var words: String {
    "\(Int(megabytes.rounded())) MB, at most \(Int(peakMegabytes.rounded())) MB, "
      + "\(descriptors) descriptors"
  }
}
