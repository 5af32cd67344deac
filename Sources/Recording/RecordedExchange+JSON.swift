import HTTP
import Core

/// An entry as HAR 1.2 wants it (the W3C's draft of 2012, sections `entries` to `timings`), and the
/// few fields of ours, which begin with `_` as the draft says.
extension RecordedExchange {
  /// The entry with all that HAR asks for; what is not known is empty or -1.
  package var json: JSONNode {
    var members: [JSONNode.Member] = [
      .init("startedDateTime", .string(started.text)),
      .init("time", .milliseconds(ended.microseconds - started.microseconds)),
      .init("request", requestJSON), .init("response", replyJSON), .init("cache", [:]),
      .init("timings", timings.json),
    ]
    // Some readers take an entry with any field of its maker for Chrome's, and want this one.
    members.append(.init("_resourceType", isStream ? "eventsource" : "fetch"))
    if let eventTimes {
      members.append(.init("_eventTimes", .list(eventTimes.map { .milliseconds($0) })))
    }
    if let words = ending.json { members.append(.init("_ending", words)) }
    if let run { members.append(.init("_run", .string(run))) }
    if let comment { members.append(.init("comment", .string(comment))) }
    return .object(members)
  }

  private var requestJSON: JSONNode {
    var members: [JSONNode.Member] = [
      .init("method", .string(request.method)),
      .init("url", .string(PlaceholderText.encoded(request.url))),
      .init("httpVersion", "HTTP/1.1"), .init("cookies", []),
      .init("headers", .list(request.headers.map(\.json))),
      .init("queryString", .list(request.queryPairs.map(\.json))),
    ]
    if let body = request.body {
      var fields: [JSONNode.Member] = [
        .init("mimeType", .string(body.type)),
        .init("text", .string(body.text ?? Base64.encode(body.bytes))),
      ]
      if body.text == nil { fields.append(.init("_encoding", "base64")) }
      members.append(.init("postData", .object(fields)))
    }
    members.append(.init("headersSize", -1))
    members.append(.init("bodySize", .number("\(request.body?.bytes.count ?? 0)")))
    return .object(members)
  }

  private var replyJSON: JSONNode {
    let body = reply?.body ?? RecordedBody(type: "", bytes: [])
    var content: [JSONNode.Member] = [
      .init("size", .number("\(body.bytes.count)")),
      .init("mimeType", .string(body.type)),
      .init("text", .string(body.text ?? Base64.encode(body.bytes))),
    ]
    if body.text == nil { content.append(.init("encoding", "base64")) }
    return [
      "status": .number("\(reply?.status ?? 0)"), "statusText": "", "httpVersion": "HTTP/1.1",
      "cookies": [], "headers": .list((reply?.headers ?? []).map(\.json)),
      "content": .object(content),
      "redirectURL": .string(PlaceholderText.encoded(reply?.header("location") ?? "")),
      "headersSize": -1, "bodySize": .number("\(body.bytes.count)"),
    ]
  }
}

extension RecordedRequest {
  /// The pairs of the address's query, decoded.
  package var queryPairs: [RecordedHeader] {
    guard let mark = url.firstIndex(of: "?") else { return [] }
    return url[url.index(after: mark)...].split(separator: "&").map { pair in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let decoded = halves.map { half in
        String(decoding: Spelling.percentDecoded(Array(half.utf8)), as: UTF8.self)
      }
      return RecordedHeader(decoded[0], decoded.count > 1 ? decoded[1] : "")
    }
  }
}

extension RecordedHeader {
  fileprivate var json: JSONNode { ["name": .string(name), "value": .string(value)] }
}

extension JSONNode {
  /// Microseconds as milliseconds, exact.
  static func milliseconds(_ microseconds: Int) -> JSONNode {
    let (whole, rest) = microseconds.quotientAndRemainder(dividingBy: 1000)
    let digits = String(abs(rest))
    let fraction = String(repeating: "0", count: 3 - digits.count) + digits
    return .number("\(rest < 0 && whole == 0 ? "-" : "")\(whole).\(fraction)")
  }
}

extension Timings {
  /// HAR's phases follow one another; `connect` has `ssl` in it. What did not take place, as on a
  /// connection that was kept, is -1.
  fileprivate var json: JSONNode {
    let isKept = connections == 0
    let joined = isKept ? 0 : max(connect, tls)
    return [
      "blocked": -1, "dns": isKept ? -1 : .milliseconds(dns),
      "connect": isKept ? -1 : .milliseconds(max(0, joined - dns)),
      "ssl": tls > 0 && !isKept ? .milliseconds(max(0, tls - connect)) : -1, "send": 0,
      "wait": .milliseconds(max(0, firstByte - joined)),
      "receive": .milliseconds(max(0, total - firstByte)),
    ]
  }
}

extension RecordedExchange.Ending {
  fileprivate var json: JSONNode? {
    switch self {
    case .whole, .unanswered: nil
    case .open: ["kind": "open"]
    case .cancelled: ["kind": "cancelled"]
    case .failed(let error): error.json
    }
  }
}

extension WireError {
  fileprivate var json: JSONNode {
    func fields(_ kind: String, _ host: String, _ rest: (String, JSONNode)...) -> JSONNode {
      let more = rest.map { JSONNode.Member($0.0, $0.1) }
      return .object([.init("kind", .string(kind)), .init("host", .string(host))] + more)
    }
    switch self {
    case .libraryMissing: return fields("library-missing", "")
    case .resourceMissing(let reason):
      return fields("resource-missing", "", ("reason", .string(reason.english)))
    case .unreachable(let host, let reason):
      return fields("unreachable", host, ("reason", .string(reason.english)))
    case .tlsUntrusted(let host, let reason):
      return fields("tls-untrusted", host, ("reason", .string(reason.english)))
    case .proxyRefused(let host, let reason):
      return fields("proxy-refused", host, ("reason", .string(reason.english)))
    case .timedOut(let host, let limit):
      return fields("timed-out", host, ("ms", .number("\(limit.wholeMilliseconds)")))
    case .bodyTooLarge(let host, let limit):
      return fields("body-too-large", host, ("limit", .number("\(limit)")))
    case .plainHTTP(let host): return fields("plain-http", host)
    case .malformedURL(let url): return fields("malformed-url", url)
    case .malformedHeader(let name): return fields("malformed-header", name)
    case .streamOverflow(let host, let limit):
      return fields("stream-overflow", host, ("limit", .number("\(limit)")))
    }
  }
}
