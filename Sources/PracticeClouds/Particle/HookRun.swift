/// One firing of a hook: which, by what, filled with what.
struct HookRun: Sendable {
  let integration: StoredIntegration
  let event: PublishedEvent
  let filling: HookFilling

  /// A topic of the definition's own; nil when it has none.
  func topic(_ key: String) -> String? {
    guard let topic = integration.definition[key]?.plain, !topic.isEmpty else { return nil }
    return filling.fill(topic)
  }

  /// With the device before it for a product's hook (particle:hook-topics).
  var defaultResponseTopic: String {
    let topic = "hook-response/\(event.name)"
    return integration.productID == nil ? topic : "\(event.coreID)/\(topic)"
  }
}
