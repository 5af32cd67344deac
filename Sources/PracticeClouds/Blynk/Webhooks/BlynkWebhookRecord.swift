#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What became of one firing of a webhook.
struct BlynkWebhookRecord: Sendable, Equatable {
  enum Outcome: Sendable, Equatable {
    case answered(status: Int)
    /// No answer; the reason in the words of `WireError`.
    case unanswered(reason: String)
    /// Over the minute's quota: thrown away (blynk:webhook-rate). Blynk's own log has no line for
    /// it.
    case dropped
  }

  var webhook: String
  var at: Date
  var outcome: Outcome

  /// Any 2xx. Which statuses count is not documented.
  var isSuccess: Bool {
    if case .answered(let status) = outcome { (200..<300).contains(status) } else { false }
  }

  /// As the Logs tab shows it: `OK` or `Failed` (blynk:webhook-list).
  var shown: String {
    switch outcome {
    case .answered(let status): isSuccess ? "\(status) OK" : "\(status) Failed"
    case .unanswered(let reason): "Failed: \(reason)"
    case .dropped: "dropped"
    }
  }
}
