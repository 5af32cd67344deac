import Core

/// The last look before anything is written: does it hold a secret all the same?
///
/// It goes another way than the redaction, so that one's mistake is not the other's: it takes every
/// encoding off first, and looks for the plain value.
struct LeakInspection {
  /// Values and what they are called.
  let secrets: [(value: [UInt8], name: String)]

  init(_ values: [String: String]) {
    secrets = values.filter { $0.key.utf8.count >= SecretSearch.freeLength }
      .map { (Array($0.key.utf8), $0.value) }
  }

  /// The name of a secret that stands in there.
  func find(in bytes: [UInt8]) -> String? {
    for reading in Spelling.readings(of: bytes) {
      if let known = known(in: reading) { return known }
      for hidden in Spelling.hidden(in: reading) {
        if let known = known(in: hidden) { return known }
      }
      if let shape = PrivateShapes.find(in: reading).first(where: {
        PrivateShapes.keys.contains($0.name)
      }) {
        return "‹\(shape.name)›"
      }
    }
    return nil
  }

  private func known(in bytes: [UInt8]) -> String? {
    secrets.first { bytes.holds($0.value) }?.name
  }

  /// Where in an exchange a secret stands, and its name.
  func find(in exchange: RecordedExchange) -> (place: Phrase, name: String)? {
    for (place, bytes) in exchange.fields {
      if let name = find(in: bytes) { return (Phrase(verbatim: place), name) }
    }
    // What no field shows, the finished text would.
    return find(in: Array(exchange.json.line.utf8)).map { ("the entry as a whole", $0) }
  }
}

extension RecordedExchange {
  /// Its texts by the names that HAR has for their places.
  fileprivate var fields: [(String, [UInt8])] {
    var fields = [("request.url", Array(request.url.utf8))]
    fields += request.headers.map { ("request.headers.\($0.name)", Array($0.value.utf8)) }
    if let body = request.body { fields.append(("request.postData.text", body.bytes)) }
    fields += (reply?.headers ?? []).map {
      ("response.headers.\($0.name)", Array($0.value.utf8))
    }
    if let reply { fields.append(("response.content.text", reply.body.bytes)) }
    return fields
  }
}

extension [UInt8] {
  /// Whether these bytes stand in there.
  fileprivate func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first, count >= other.count else { return false }
    return withUnsafeBufferPointer { all in
      other.withUnsafeBufferPointer { other in
        for start in 0...(all.count - other.count) where all[start] == first {
          if all[start..<(start + other.count)].elementsEqual(other) { return true }
        }
        return false
      }
    }
  }
}
