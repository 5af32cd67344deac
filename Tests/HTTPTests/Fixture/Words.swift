import HTTP

extension StreamPart {
  /// The part in a few words, to compare by.
  var words: String {
    switch self {
    case .opened: "opened"
    case .refused(let response): "refused \(response.status) \(response.text)"
    case .event(let event): "event \(event.name)=\(event.data)"
    case .pulse: "pulse"
    }
  }
}
