import Foundation
import HTTP

/// What a run works with: all that reaches outside is here, and handed in.
package struct RequestContext: Sendable {
  /// The variables that the program was started with.
  package let environment: [String: String]
  /// Particle's address as a flag gave it, without a slash at the end.
  package let particleURL: String?
  /// The same of Blynk's server.
  package let blynkURL: String?
  /// How long one reply of a cloud is waited for.
  package let timeout: Duration
  /// What requests go over.
  package var transport: Transport
  /// Who hears how the work goes on.
  package let progress: any ProgressReporter
  /// The time of day.
  package let now: @Sendable () -> Date
  /// What waits are measured by.
  package let clock: ContinuousClock
  /// Blynk's limit (blynk:webhook-rate); 0 is none. It differs between plans, so it can be set.
  package var webhookCallsPerMinute: Int
  /// Whether a recording answers in place of the clouds: then nothing is changed there, and nothing
  /// is proven.
  package let isReplayed: Bool

  /// What all plans have had since April 2024 (blynk:webhook-rate).
  package static let usualWebhookCallsPerMinute = 10

  /// Hands all of it in.
  package init(
    environment: [String: String], particleURL: String?, blynkURL: String?, timeout: Duration,
    transport: Transport, progress: any ProgressReporter, now: @escaping @Sendable () -> Date,
    clock: ContinuousClock, webhookCallsPerMinute: Int, isReplayed: Bool = false
  ) {
    self.environment = environment
    self.particleURL = particleURL
    self.blynkURL = blynkURL
    self.timeout = timeout
    self.transport = transport
    self.progress = progress
    self.now = now
    self.clock = clock
    self.webhookCallsPerMinute = webhookCallsPerMinute
    self.isReplayed = isReplayed
  }
}
