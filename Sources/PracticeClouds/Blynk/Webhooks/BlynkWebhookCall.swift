import HTTP

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A call that a webhook is to make: the webhook as it was when it was set off.
struct BlynkWebhookCall: Sendable {
  let webhook: BlynkWebhook
  let values: BlynkPlaceholders
  let at: Date

  /// The request that goes out, with what faults spoil.
  ///
  /// - Parameter neighbour: the id of another device of Particle's account.
  func request(_ context: BlynkContext, neighbour: String?) -> Request {
    webhook.spoiled(by: context.faults, neighbour: neighbour)
      .request(
        values, timeout: context.settings.webhookTimeout, glued: context.settings.webFormIsGlued)
  }
}
