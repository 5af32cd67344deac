import Foundation
import Testing

@testable import DeviceSimulator

/// Sketches that were compiled for a test, and devices that run them.
enum ForeignBench {
  static let compiler = HostCompiler(environment: ProcessInfo.processInfo.environment)

  /// The program of one `.ino`, for a Boron.
  static func program(_ text: String, platformID: Int32 = 13) async throws -> SketchProgram {
    try await compiler.compile(
      [SketchFile(path: "test.ino", text: text)], platformID: platformID)
  }

  /// A device that runs the sketch and is online.
  static func running(_ text: String) async throws -> PracticeBench {
    let bench = try PracticeBench()
    await bench.device.goOnline()
    try await bench.device.flash(try await program(text))
    return bench
  }
}
