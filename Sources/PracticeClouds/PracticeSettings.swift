#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import DeviceSimulator
import HTTPTestServer

/// How practice clouds are to start.
package struct PracticeSettings: Sendable {
  /// N takes the ports N (Particle), N+1 (Blynk) and N+2 (admin); 0 takes any free ones.
  package var portBase = 0
  /// Faults that are on from the start, by name.
  package var faults: [String] = []
  /// Whether everything is set up: blueprint used, device flashed, webhook and integration made.
  package var ready = false
  /// A state that `onChange` was given earlier; nil starts anew.
  package var snapshot: [UInt8]?
  /// Given the whole state after each change of what the accounts hold, before the reply goes out.
  package var onChange: (@Sendable ([UInt8]) async -> Void)?
  /// From what tokens and ids are made; nil is chance. A snapshot keeps its own.
  package var seed: UInt64?
  /// Told in the start line.
  package var processID: Int32
  /// The clock of both clouds; a test hands in one of its own.
  package var time = PracticeTime.system
  /// What makes programs of sketches other than Footbridge's own.
  package var compiler: HostCompiler
  /// Whether such sketches are compiled and run on this machine: only when the person said so.
  package var runsSketches = false
  /// The practice device's clock.
  package var deviceClock: any Clock<Duration> = ContinuousClock()
  /// The limits that each server has, and the threads that all of them share.
  package var server = ServerSettings()
  /// What Particle's cloud does where docs/clouds/particle.md leaves it open.
  package var particle = ParticlePracticeSettings()
  /// What Blynk's cloud does where docs/clouds/blynk.md leaves it open.
  package var blynk = BlynkPracticeSettings()

  /// - Parameters:
  ///   - seed: for the same tokens and ids each time.
  ///   - processID: this process.
  ///   - environment: this process's; says where a compiler is.
  package init(
    seed: UInt64? = nil,
    processID: Int32 = ProcessInfo.processInfo.processIdentifier,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.seed = seed
    self.processID = processID
    compiler = HostCompiler(environment: environment)
  }
}
