import Core
import Foundation
import HTTP
import Storage
import Terminal

/// What a run works with: all that reaches outside is here, and handed in.
struct RequestContext: Sendable {
  let home: StateDirectory
  let environment: [String: String]
  /// `--particle-url` and `--blynk-url`, without a slash at the end.
  let particleURL: String?
  let blynkURL: String?
  let guides: String?
  let timeout: Duration
  var transport: Transport
  let terminal: TerminalOutput
  let now: @Sendable () -> Date
  let clock: ContinuousClock
  /// Blynk's limit (blynk:webhook-rate); 0 is none. It differs between plans, so it can be set.
  var webhookCallsPerMinute: Int
  /// Whether a recording answers in place of the clouds: then nothing is changed there, and nothing
  /// is proven.
  var isReplayed = false

  /// What all plans have had since April 2024 (blynk:webhook-rate).
  static let usualWebhookCallsPerMinute = 10
}
