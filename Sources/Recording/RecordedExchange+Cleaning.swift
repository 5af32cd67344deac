import Core

extension RecordedRequest {
  /// Takes out what no type kept out.
  mutating func clean(by redactor: inout Redactor, _ redaction: Recorder.Redaction) {
    guard redaction == .on else { return }
    study(into: &redactor)
    replaceSecrets(by: redactor)
  }

  /// Has the redactor learn what is private in there.
  func study(into redactor: inout Redactor) {
    redactor.study(Array(url.utf8))
    for header in headers { redactor.study(Array(header.value.utf8), key: header.name) }
    if let body { redactor.study(body.bytes) }
  }

  fileprivate mutating func replaceSecrets(by redactor: Redactor) {
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
    study(into: &redactor)
    replaceSecrets(by: redactor)
  }

  /// Has the redactor learn what is private in there.
  func study(into redactor: inout Redactor) {
    for header in reply?.headers ?? [] {
      redactor.study(Array(header.value.utf8), key: header.name)
    }
    if let body = reply?.body { redactor.study(body.bytes) }
    request.study(into: &redactor)
  }

  /// Without what the redactor knows by now.
  mutating func replaceSecrets(by redactor: Redactor) {
    request.replaceSecrets(by: redactor)
    comment = comment.map(redactor.cleaned)
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

extension HTTPArchive {
  /// A recording with more values of its own than this is cleaned entry by entry: a search for all
  /// of them in each would take the square of its length.
  private static let sharedValues = 256

  /// The recording as it may be shown and sent: a browser's holds cookies, tokens and passwords in
  /// clear. What this program recorded stays as it is, as it was cleaned before it was written.
  ///
  /// - Parameter own: secrets that this home knows; they keep their names.
  package func redacted(knowing own: [Secret] = []) -> HTTPArchive {
    var redactor = Redactor()
    for secret in own { _ = redactor.placeholder(for: secret) }
    var copy = self
    for exchange in exchanges where redactor.values.count < HTTPArchive.sharedValues {
      exchange.study(into: &redactor)
    }
    for place in copy.exchanges.indices {
      var mine = redactor
      if redactor.values.count >= HTTPArchive.sharedValues {
        copy.exchanges[place].study(into: &mine)
      }
      copy.exchanges[place].replaceSecrets(by: mine)
    }
    copy.creator = redactor.cleaned(creator)
    copy.comment = comment.map(redactor.cleaned)
    return copy
  }
}
