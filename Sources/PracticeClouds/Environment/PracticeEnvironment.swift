import HTTP
import HTTPTestServer

/// Both practice clouds, the practice device and the admin port, open on loopback.
package final class PracticeEnvironment: Sendable {
  /// Where they are and what their accounts hold.
  package let start: PracticeStart
  let parts: PracticeComponents
  private let admin: PracticeServer

  init(start: PracticeStart, parts: PracticeComponents, admin: PracticeServer) {
    self.start = start
    self.parts = parts
    self.admin = admin
  }

  /// Opens the clouds; returns when all three ports listen and the device runs.
  ///
  /// - Parameter transport: the way that Blynk's webhook and Particle's integration call out.
  /// - Throws: `PracticeError`.
  package static func start(
    _ settings: PracticeSettings, transport: Transport
  ) async throws -> PracticeEnvironment {
    try await PracticeStartup(settings: settings, transport: transport).open()
  }

  /// What the practice account's owner logs in with.
  package var login: PracticeLogin { parts.particle.login }

  /// The faults; the admin port turns the same ones. Those that shut a port want `pull`.
  package var faults: Faults { parts.faults }

  /// Turns a fault on or off, as the admin port does; returns when ports are shut or open
  /// again. Throws when a port is another program's by now.
  package func pull(_ fault: Fault, on: Bool) async throws(PracticeError) {
    parts.faults.set(fault, on: on)
    try await parts.followFaults()
  }

  /// The requests answered so far.
  package var log: RequestLog { parts.log }

  /// Waits until no webhook, no integration and no reboot is under way: the world is at rest.
  package func settle() async { await parts.settle() }

  /// Closes ports, streams and calls, and switches the device off.
  package func stop() async {
    await parts.stop()
    await parts.doors.close()
    await admin.stop()
  }
}
