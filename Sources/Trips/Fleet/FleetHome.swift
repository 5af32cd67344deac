import Capabilities
import Core
import HTTP
import Reports
import Terminal

/// Setups of a home, to be worked on at once: one pace and one set of event streams for them
/// together.
package struct FleetHome: Sendable {
  /// The setups.
  package let names: [String]
  /// Where it is said what is waited for.
  package let terminal: TerminalOutput
  /// What requests of all setups go through: counted, and with shared event streams.
  package let requestContext: RequestContext
  let pace: RateLimiter
  let devices = SetupDevices()
  private let turns = DeviceQueue()
  private let streams: SharedStreams

  /// A stream that was silent for so long has lost its line (particle:stream-idle).
  private static let silence = Duration.seconds(15)

  /// - Parameters:
  ///   - callLimit: calls that Particle takes in five minutes; 0 is no limit.
  ///   - streamLimit: event streams that it opens in that time; 0 is no limit.
  package init(
    _ names: [String], requestContext: RequestContext, terminal: TerminalOutput, callLimit: Int,
    streamLimit: Int
  ) {
    self.names = names
    self.terminal = terminal
    var requestContext = requestContext
    pace = RateLimiter(calls: callLimit, streams: streamLimit, clock: requestContext.clock) {
      terminal.say($0)
    }
    let url = requestContext.particleURL ?? Bindings.particleCloud
    streams = SharedStreams(
      pace.counting(requestContext.transport, to: url), silence: FleetHome.silence)
    requestContext.transport = streams.shared
    self.requestContext = requestContext
  }

  /// Does something with one setup, when there is room for it at the clouds and its device is free.
  ///
  /// - Parameters:
  ///   - open: takes hold of the setup, until it is done with.
  ///   - obstacle: what came of it when the setup could not be had, or it failed.
  /// - Returns: nil when it was called off before it was done.
  package func visit<Held, Result>(
    _ name: String, for need: RateLimiter.Need, open: () throws -> (held: Held, clouds: Clouds),
    _ act: (Held, Clouds) async throws -> Result, obstacle: (FleetObstacle) -> Result
  ) async -> Result? {
    do {
      return try await pace.within(need) {
        let (held, clouds) = try open()
        defer { withExtendedLifetime(held) {} }
        return try await turns.within(clouds.bindings.deviceID ?? name) {
          try await clouds.device.putBack()
          return try await act(held, clouds)
        }
      }
    } catch is CancellationError {
      return nil
    } catch {
      return obstacle(FleetObstacle(error))
    }
  }

  /// Ends the event streams.
  package func close() { streams.close() }
}
