extension RecordedRequest {
  /// Takes out what no type kept out.
  mutating func clean(by redactor: inout Redactor, _ redaction: Recorder.Redaction) {
    guard redaction == .on else { return }
    redactor.study(Array(url.utf8))
    for header in headers { redactor.study(Array(header.value.utf8), key: header.name) }
    if let body { redactor.study(body.bytes) }
    url = redactor.cleaned(url)
    for index in headers.indices { headers[index].clean(by: redactor) }
    if let bytes = body?.bytes { body?.bytes = redactor.cleaned(bytes) }
  }
}

extension RecordedExchange {
  /// Takes out what no type kept out. All of it is studied before any of it is cleaned: a reply may
  /// tell what the request's address should not.
  mutating func clean(by redactor: inout Redactor, _ redaction: Recorder.Redaction) {
    guard redaction == .on else { return }
    for header in reply?.headers ?? [] {
      redactor.study(Array(header.value.utf8), key: header.name)
    }
    if let body = reply?.body { redactor.study(body.bytes) }
    request.clean(by: &redactor, redaction)
    guard var reply else { return }
    for index in reply.headers.indices { reply.headers[index].clean(by: redactor) }
    reply.body.bytes = redactor.cleaned(reply.body.bytes)
    self.reply = reply
  }
}

extension RecordedHeader {
  fileprivate mutating func clean(by redactor: Redactor) {
    if let kind = PrivateKeys.kind(of: name), PrivateKeys.isWorthHiding(value, kind: kind) {
      value = "‹\(kind)›"
    } else {
      value = redactor.cleaned(value)
    }
  }
}
