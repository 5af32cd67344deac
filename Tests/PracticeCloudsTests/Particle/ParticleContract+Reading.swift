import HTTP
import Testing

@testable import PracticeClouds

extension ParticleContract {
  /// The rows of a text. A row that cannot be read is a row that fails.
  static func read(_ text: String) -> [ParticleContract] {
    let joined = text.replacing("\n  ", with: "")
    return joined.split(separator: "\n\n").map { block in
      let lines = block.split(separator: "\n").map(String.init)
      return ParticleContract(lines) ?? .unreadable(lines.first ?? "")
    }
  }

  private static func unreadable(_ title: String) -> ParticleContract {
    ParticleContract(
      title: "unreadable: \(title)", asking: Asking(method: .get, target: "/"), status: 0,
      headers: [])
  }

  private init?(_ lines: [String]) {
    var rest = lines.dropFirst()
    self.init(
      title: lines[0], asking: Asking(method: .get, target: ""), status: 0, headers: [])
    while let line = rest.first, line.hasPrefix("given ") {
      guard take(given: String(line.dropFirst(6))) else { return nil }
      rest.removeFirst()
    }
    guard let request = rest.popFirst(), let asking = Asking(request) else { return nil }
    self.asking = asking
    guard let reply = rest.popFirst()?.split(separator: " "), let status = Int(reply[0]) else {
      return nil
    }
    self.status = status
    headers = reply.dropFirst().compactMap { ParticleContract.pair(String($0)) }
    if !rest.isEmpty { body = rest.joined() }
  }

  private mutating func take(given text: String) -> Bool {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    switch words[0] {
    case "offline": isOnline = false
    case "fault": faults.append(words[1])
    case "setting":
      guard let pair = ParticleContract.pair(words[1]) else { return false }
      settings.append(pair)
    default:
      guard let asking = Asking(text) else { return false }
      before.append(asking)
    }
    return true
  }

  static func pair(_ text: String) -> (name: String, value: String)? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }
}

extension ParticleContract.Asking {
  /// `METHOD TARGET [token wrong|none] [owner NAME:PASSWORD] [form|json|files CONTENT]`
  init?(_ line: String) {
    var words = line.split(separator: " ", maxSplits: 2).map(String.init)[...]
    guard let method = words.popFirst().flatMap(Request.Method.init(rawValue:)),
      let target = words.popFirst()
    else { return nil }
    self.init(method: method, target: target)
    var rest = words.first ?? ""
    if rest.hasPrefix("token ") {
      let parts = rest.dropFirst(6).split(separator: " ", maxSplits: 1).map(String.init)
      guard let token = ParticleContract.Token(rawValue: parts[0]) else { return nil }
      self.token = token
      rest = parts.count > 1 ? parts[1] : ""
    }
    if rest.hasPrefix("owner ") {
      let parts = rest.dropFirst(6).split(separator: " ", maxSplits: 1).map(String.init)
      owner = parts[0]
      rest = parts.count > 1 ? parts[1] : ""
    }
    let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
    kind = parts.first ?? ""
    content = parts.count > 1 ? parts[1] : ""
    guard ["", "form", "json", "files"].contains(kind) else { return nil }
  }
}
