import Core
import Foundation
import Guide
import HTTP
import Storage
import Terminal

@testable import Footbridge

/// A setup with a client of Blynk's Platform API, and the clouds as a check sees them.
struct PlatformBench {
  let setup: OpenSetup
  let capabilities: Capabilities
  private let scratch: Scratch

  /// - Parameter client: whether the setup has a client.
  init(_ organization: PlatformOrganization, client: Bool = true) throws {
    scratch = try Scratch()
    let home = StateDirectory(path: scratch.file("home"))
    try home.prepare()
    let guide = try GuideDocument.load(
      from: GuideFolder.find(explicit: nil, executable: BuiltProgram.path(), environment: [:]))
    setup = try OpenSetup(
      name: "demo", guide: guide, home: home, lock: SetupLock(setup: "demo", home: home)
    ) { Date(timeIntervalSince1970: 0) }
    capabilities = Capabilities(
      requestContext: RequestContext(
        home: home, environment: [:], particleURL: nil, blynkURL: "https://fra1.blynk.cloud",
        guides: nil, timeout: .seconds(1), transport: organization.transport,
        terminal: TerminalOutput.standard(
          environment: [:], plain: true, output: OutputSink { _ in nil }),
        now: { Date(timeIntervalSince1970: 0) }, clock: ContinuousClock(), webhookCallsPerMinute: 0),
      console: nil)
    try keep("particle.device_id", "e00fce68aabbccddeeff0011")
    try keep("particle.device_name", "bench-boron")
    try keep("blynk.template_name", "ParticleDeviceIntegration")
    guard client else { return }
    try keep("blynk.client_id", "oa2-client-id_zmNtW-D0Toqpz4AZnBLCIlklBrz9ynU-")
    try setup.keep(
      .secret(Secret(PlatformOrganization.secret, name: "blynk.client_secret")),
      for: "blynk.client_secret")
  }

  func keep(_ question: String, _ text: String) throws {
    try setup.keep(.plain(text), for: question)
  }

  /// What a check saw; its problem's code and evidence when it saw something else.
  func check(_ name: String) async -> (
    seen: Capabilities.Observation?, code: String?, evidence: [String]
  ) {
    do { return (try await capabilities.check(name, of: setup), nil, []) } catch {
      let problem = (error as? any Explained)?.problem
      return (nil, problem?.code ?? "\(error)", problem?.evidence ?? [])
    }
  }
}
