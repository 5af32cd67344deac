import Core
import HTTP

/// Why the integration can make nothing of an event's data, as far as the data alone tell.
enum PayloadDefect: Sendable, Equatable {
  /// They end within an object, a list or a text; the number of bytes that came.
  case cutShort(bytes: Int, Quote)
  /// They do not end early, and are no JSON: what stands at the first place that does not fit.
  case notJSON(Quote)
  /// JSON of another kind: `a number`, `a list`, `a text`.
  case notObject(Phrase, Quote)
  /// An object without these fields, in the case in which the integration asks for them.
  case missing([String], Quote)
  /// These fields hold what Blynk takes for no number: name and value.
  case unfit([String], Quote)

  /// The data as they may be shown.
  typealias Quote = Phrase

  /// What a limit of Particle's leaves of an event's data (particle:os-limits): 255 bytes once,
  /// 622 later, 864 on some, 1,024 now.
  static let limits: Set = [255, 622, 864, 1024]

  var cause: Cause {
    switch self {
    case .cutShort: .payloadTruncated
    case .notJSON: .payloadNotJSON
    case .notObject: .payloadNotObject
    case .missing: .payloadMissingField
    case .unfit: .payloadWrongValue
    }
  }

  /// What was seen, of the event of that name.
  func evidence(_ event: String) -> Phrase {
    switch self {
    case .cutShort(let bytes, let quote):
      "The data of \(event) end in the middle, after \(Wording.count(bytes, "byte"))"
        + (PayloadDefect.limits.contains(bytes) ? ", a limit of Particle's: " : ": ") + quote
    case .notJSON(let quote): "The data of \(event) are not JSON from here on: \(quote)"
    case .notObject(let kind, let quote):
      "The data of \(event) are JSON, and no object but \(kind): \(quote)"
    case .missing(let names, let quote):
      "The data of \(event) have no \(Wording.list(names, "and")): \(quote)"
    case .unfit(let fields, let quote):
      "Blynk takes no such value as \(Wording.list(fields, "and")) of \(event): \(quote)"
    }
  }
}

extension PayloadDefect {
  /// Reads the data as JavaScript's `JSON.parse` does, which fills Particle's templates
  /// (particle:template-event-keys): the object, or what is wrong with it.
  static func object(_ data: String) -> Result<JSONNode, Failure> {
    let bytes = Array(data.utf8)
    do throws(JSONReader.Fault) {
      let node = try JSONReader.read(bytes)
      if case .object = node { return .success(node) }
      return .failure(Failure(defect: .notObject(kind(node), quote(data))))
    } catch {
      let isCut = error.offset >= bytes.count && opens(bytes)
      return .failure(
        Failure(
          defect: isCut
            ? .cutShort(bytes: bytes.count, quote(data, from: bytes.count))
            : .notJSON(bytes.isEmpty ? "nothing" : quote(data, from: error.offset))))
    }
  }

  struct Failure: Error { let defect: PayloadDefect }

  /// Whether something begins that can be left open: a number cut off is a number.
  private static func opens(_ bytes: [UInt8]) -> Bool {
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first.map { "{[\"".utf8.contains($0) } ?? false
  }

  private static func kind(_ node: JSONNode) -> Phrase {
    switch node {
    case .null: "null"
    case .flag: "a truth value"
    case .number: "a number"
    case .string(let text):
      if case .success = object(text) { "an object inside a text" } else { "a text" }
    case .list: "a list"
    case .object: "an object"
    }
  }

  /// So many letters are quoted, before and after the place that matters.
  private static let quoted = 40

  /// - Parameter place: the byte that matters; the quotation shows what leads to it.
  static func quote(_ data: String, from place: Int = 0) -> Quote {
    let bytes = Array(data.utf8)
    let cut = min(place, bytes.count)
    let head = masked(String(decoding: bytes[..<cut], as: UTF8.self))
    let tail = masked(String(decoding: bytes[cut...], as: UTF8.self))
    let (start, end) = (head.suffix(quoted), tail.prefix(cut == 0 ? 2 * quoted : quoted))
    return Phrase(
      verbatim: (start.count < head.count ? "…" : "") + start + end
        + (end.count < tail.count ? "…" : ""))
  }

  /// Without the token, whole or cut, and without anything as long as one; what cannot be seen is
  /// spelled.
  private static func masked(_ text: String) -> String {
    text.replacing(#/(?i)(\\?"t\\?"\s*:\s*\\?")[^"\\]*/#) { "\($0.output.1)‹t›" }
      .replacing(#/[A-Za-z0-9_\-]{16,}/#) { _ in "‹…›" }
      .replacing("\u{FEFF}", with: "\\uFEFF")
  }
}
