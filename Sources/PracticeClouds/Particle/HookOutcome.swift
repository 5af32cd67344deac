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
