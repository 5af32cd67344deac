import Capabilities
import Core
import Foundation
import Guide
import Storage
import Terminal

@testable import SetupFlow

extension Scratch {
  /// A setup in which nothing is answered yet, held by this process.
  func beginSetup() throws -> OpenSetup {
    let home = StateDirectory(path: file("home"))
    try home.prepare()
    let guide = try GuideDocument.load(
      from: GuideFolder.find(explicit: nil, executable: BuiltProgram.path(), environment: [:]))
    return try OpenSetup(
      name: "demo", guide: guide, home: home, lock: SetupLock(setup: "demo", home: home)
    ) { Date(timeIntervalSince1970: 0) }
  }
}

/// A setup of its own in a home of its own, on clouds that answer as they like.
struct SetupBench {
  let setup: OpenSetup
  let capabilities: SetupCapabilities
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    setup = try scratch.beginSetup()
    let terminal = TerminalOutput.standard(
      environment: [:], plain: true, output: OutputSink { _ in nil })
    capabilities = SetupCapabilities(
      requestContext: RequestContext(
        environment: [:], particleURL: nil, blynkURL: "https://fra1.blynk.cloud",
        timeout: .seconds(1), transport: WhimsicalClouds(seed: 1).transport, progress: terminal,
        now: { Date(timeIntervalSince1970: 0) }, clock: ContinuousClock(), webhookCallsPerMinute: 0),
      terminal: terminal)
    try setup.keep(.plain("e00fce68aabbccddeeff0011"), for: "particle.device_id")
  }
}
