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

/// How a hook's request ended.
enum HookOutcome: Sendable, Equatable {
  /// 2xx.
  case accepted(reply: [UInt8])
  /// Another status; `text` is that of the error event.
  case refused(text: String, reply: [UInt8])
  /// No answer.
  case unanswered(text: String)
  /// Not sent: its host gave too many errors.
  case asleep

  var error: String? {
    switch self {
    case .accepted: nil
    case .refused(let text, _), .unanswered(let text): text
    case .asleep: HookThrottle.text
    }
  }

  var reply: [UInt8] {
    switch self {
    case .accepted(let reply), .refused(_, let reply): reply
    case .unanswered, .asleep: []
    }
  }
}
