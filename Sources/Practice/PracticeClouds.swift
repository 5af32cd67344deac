import Wire

/// Both practice clouds, the practice device and the admin port, open on loopback.
package final class PracticeClouds: Sendable {
  /// Where they are and what their accounts hold.
  package let start: PracticeStart
  let parts: PracticeParts
  private let servers: [PracticeServer]

  init(start: PracticeStart, parts: PracticeParts, servers: [PracticeServer]) {
    self.start = start
    self.parts = parts
    self.servers = servers
  }

  /// Opens the clouds; returns when all three ports listen and the device runs.
  ///
  /// - Parameter transport: the way that Blynk's webhook and Particle's integration call out.
  /// - Throws: `PracticeError`.
  package static func start(
    _ settings: PracticeSettings, transport: Transport
  ) async throws -> PracticeClouds {
    try await PracticeOpening(settings: settings, transport: transport).open()
  }

  /// The levers; the admin port pulls the same ones.
  package var faults: Faults { parts.faults }

  /// The requests answered so far.
  package var log: RequestLog { parts.log }

  /// Waits until no webhook, no integration and no reboot is under way: the world is at rest.
  package func settle() async { await parts.settle() }

  /// Closes ports, streams and calls, and switches the device off.
  package func stop() async {
    await parts.stop()
    for server in servers { await server.stop() }
  }
}
