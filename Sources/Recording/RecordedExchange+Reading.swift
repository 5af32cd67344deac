import Core
import HTTP

/// Reading an entry, whoever made it.
extension RecordedExchange {
  /// Nil without a request and a start, which every maker writes.
  package init?(json: JSONNode) {
    guard let asked = json["request"], let method = asked["method"]?.text,
      let url = asked["url"]?.text, let start = json["startedDateTime"]?.text,
      let started = Instant(text: start)
    else { return nil }
    let body = asked["postData"].flatMap(RecordedBody.init(posted:))
    let request = RecordedRequest(
      method: method, url: PlaceholderText.decoded(url),
      headers: RecordedHeader.list(asked["headers"]), body: body)
    let answered = json["response"]
    let status = answered?["status"]?.integer ?? 0
    let reply = RecordedReply(
      status: status, headers: RecordedHeader.list(answered?["headers"]),
      body: RecordedBody(content: answered?["content"]))
    self.init(
      started: started, timings: Timings(json: json["timings"], total: json["time"]),
      request: request, reply: status > 0 ? reply : nil,
      ending: Ending(json: json["_ending"], hasReply: status > 0),
      eventTimes: json["_eventTimes"].map { $0.list.map(\.microseconds) },
      comment: json["comment"]?.text)
    run = json["_run"]?.text
    guard eventTimes == nil, status > 0, reply.isEventStream, json["_ending"] == nil else { return }
    // Another program's, or ours that went through one: it keeps what was said, and not when.
    eventTimes = publishingTimes
    ending = .open
  }

  /// When each part of a stream came, by what its events say of when they were published; one that
  /// does not say so came with the one before.
  private var publishingTimes: [Int] {
    var last = 0
    return parts.map { part in
      if case .event(let event) = part, let json = try? JSONReader.read(Array(event.data.utf8)),
        let moment = json["published_at"]?.text.flatMap({ Instant(text: $0) })
      {
        last = max(last, min(timings.total, moment.microseconds - started.microseconds))
      }
      return last
    }
  }
}

extension RecordedReply {
  fileprivate var isEventStream: Bool {
    status == 200 && body.type.lowercased().hasPrefix("text/event-stream")
  }
}

extension JSONNode {
  /// Milliseconds as whole microseconds; 0 for "not known", which HAR writes as -1.
  fileprivate var microseconds: Int {
    guard let double, double > 0, double < 1e12 else { return 0 }
    return Int((double * 1000).rounded())
  }
}

extension Timings {
  fileprivate init(json: JSONNode?, total: JSONNode?) {
    func phase(_ name: String) -> Int { json?[name]?.microseconds ?? 0 }
    let dns = phase("dns")
    let (joined, secured) = (dns + phase("connect"), phase("ssl"))
    let firstByte = joined + phase("send") + phase("wait")
    let all = phase("blocked") + firstByte + phase("receive")
    self.init(
      dns: dns, connect: joined - secured, tls: secured > 0 ? joined : 0, firstByte: firstByte,
      total: json == nil ? total?.microseconds ?? 0 : all,
      connections: (json?["connect"]?.double ?? -1) < 0 ? 0 : 1)
  }
}

extension RecordedHeader {
  fileprivate static func list(_ json: JSONNode?) -> [RecordedHeader] {
    (json?.list ?? []).compactMap { header in
      header["name"]?.text.map { RecordedHeader($0, header["value"]?.text ?? "") }
    }
  }
}

extension RecordedBody {
  fileprivate init?(posted json: JSONNode) {
    let type = json["mimeType"]?.text ?? ""
    if let text = json["text"]?.text {
      let bytes = Array(text.utf8)
      let isBase64 = json["_encoding"]?.text == "base64"
      self.init(type: type, bytes: isBase64 ? Base64.decode(bytes) ?? bytes : bytes)
      return
    }
    let pairs = (json["params"]?.list ?? []).map { pair in
      (pair["name"]?.text ?? "").percentEncoded() + "="
        + (pair["value"]?.text ?? "").percentEncoded()
    }
    if pairs.isEmpty && type.isEmpty { return nil }
    self.init(type: type, bytes: Array(pairs.joined(separator: "&").utf8))
  }

  fileprivate init(content json: JSONNode?) {
    let bytes = Array((json?["text"]?.text ?? "").utf8)
    let isBase64 = json?["encoding"]?.text == "base64"
    self.init(
      type: json?["mimeType"]?.text ?? "",
      bytes: isBase64 ? Base64.decode(bytes) ?? bytes : bytes)
  }
}

extension RecordedExchange.Ending {
  fileprivate init(json: JSONNode?, hasReply: Bool) {
    switch json?["kind"]?.text {
    case nil: self = hasReply ? .whole : .unanswered
    case "open": self = .open
    case "cancelled": self = .cancelled
    case let kind?: self = .failed(WireError(kind: kind, json))
    }
  }
}

extension WireError {
  fileprivate init(kind: String, _ json: JSONNode?) {
    let host = json?["host"]?.text ?? ""
    let reason = Phrase(verbatim: json?["reason"]?.text ?? kind)
    let limit = json?["limit"]?.integer ?? 0
    switch kind {
    case "library-missing": self = .libraryMissing
    case "resource-missing": self = .resourceMissing(reason: reason)
    case "tls-untrusted": self = .tlsUntrusted(host: host, reason: reason)
    case "proxy-refused": self = .proxyRefused(host: host, reason: reason)
    case "timed-out":
      self = .timedOut(host: host, after: .milliseconds(json?["ms"]?.integer ?? 0))
    case "body-too-large": self = .bodyTooLarge(host: host, limitBytes: limit)
    case "plain-http": self = .plainHTTP(host: host)
    case "malformed-url": self = .malformedURL(host)
    case "malformed-header": self = .malformedHeader(name: host)
    case "stream-overflow": self = .streamOverflow(host: host, limit: limit)
    default: self = .unreachable(host: host, reason: reason)
    }
  }
}
