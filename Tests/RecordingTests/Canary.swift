import Core
import Foundation

@testable import HTTP
@testable import Recording

/// One secret, how it is spelt, and where it travels.
struct Canary: CustomStringConvertible {
  enum Spelling: CaseIterable {
    case raw, percent, percentSmall, percentAll, percentTwice, json, unicode, unicodeMixed, nested
    case base64, base64Inside, base64URL, hexadecimal
  }

  enum Place: CaseIterable {
    case header, query, path, form, json, nestedJSON, typed, sketch, firmware
    case location, replyHeader, errorText, replyJSON, replyNested, event, refusal, login
    case compileErrors, compileOutput, binary
  }

  let number: Int
  let value: String
  let spelling: Spelling
  let place: Place
  let filler: String

  init(number: Int, using chance: inout SeededGenerator) {
    self.number = number
    let alphabets = [
      "0123456789abcdef", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-",
      "abcXYZ0123456789 /+\"\\'%&=éß#?",
    ]
    let kind = number % 3
    var letters = (0..<[40, 32, 18][kind]).map { _ in
      Array(alphabets[kind]).randomElement(using: &chance) ?? "x"
    }
    // Drawn tokens have a bit of everything in them.
    letters.replaceSubrange(
      0..<4, with: [["7", "a"], ["7", "q", "Q", "8"], ["p", "W", "1", "/"]][kind])
    value = String(letters.prefix([40, 32, 18][kind]).map { $0 })
      .padding(toLength: [40, 32, 18][kind], withPad: "c0Dd"[...].lowercased(), startingAt: 0)
    // Every spelling comes to every place.
    spelling = Spelling.allCases[number % Spelling.allCases.count]
    place = Place.allCases[number / Spelling.allCases.count % Place.allCases.count]
    filler = String("some text before".prefix(Int.random(in: 0..<9, using: &chance)))
  }

  /// A login's reply is where its token is first seen; all else the program knew before.
  var isKnown: Bool { place != .login }
  var secret: Secret { Secret(value, name: "canary-\(number % 5)") }

  static let pairs = Spelling.allCases.count * Place.allCases.count

  var description: String { "canary \(number), \(spelling) in \(place)" }

  // MARK: spelling

  var spelt: String {
    let escaped = String(
      JSONNode.string(value).line.dropFirst().dropLast().map { $0 == "/" ? "\\/" : "\($0)" }
        .joined())
    switch spelling {
    case .raw: return value
    case .percent: return value.percentEncoded()
    case .percentSmall: return value.percentEncoded().replacing(/%../) { $0.output.lowercased() }
    case .percentAll: return value.utf8.map { String(format: "%%%02X", $0) }.joined()
    case .percentTwice: return value.percentEncoded().replacing("%", with: "%25")
    case .json: return escaped
    case .unicode: return value.utf16.map { String(format: "\\u%04x", $0) }.joined()
    case .unicodeMixed:
      return value.utf16.enumerated().map { offset, unit in
        let isPlain = offset % 2 == 0 && unit < 128 && unit != 34 && unit != 92
        return isPlain ? String(UnicodeScalar(UInt8(unit))) : String(format: "\\u%04X", unit)
      }.joined()
    case .nested: return String(JSONNode.string(escaped).line.dropFirst().dropLast())
    case .base64: return Data(value.utf8).base64EncodedString()
    case .base64Inside: return Data((filler + value + filler).utf8).base64EncodedString()
    case .base64URL:
      return Data((filler + value).utf8).base64EncodedString()
        .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    case .hexadecimal: return value.utf8.map { String(format: "%02x", $0) }.joined()
    }
  }

  private var inJSON: String {
    switch spelling {
    case .json, .unicode, .unicodeMixed, .nested: spelt
    default: String(JSONNode.string(spelt).line.dropFirst().dropLast())
    }
  }

  // MARK: place

  var request: Request {
    var request = Request(.post, MaskedText("https://cloud.example/n/\(number)"))
    switch place {
    case .header:
      request.headers = [HeaderField("X-Note", MaskedText(spelt.replacing("\n", with: " ")))]
    case .query: request.query = [QueryItem("q", MaskedText("\(filler)\(spelt)"))]
    case .path: request.url = MaskedText("https://cloud.example/n/\(number)/\(spelt)/x")
    case .form: request.body = .form([QueryItem("f", MaskedText(spelt)), QueryItem("g", "1")])
    case .json: request.body = .json(MaskedText(#"{"a":"\#(inJSON)","b":1}"#))
    case .nestedJSON:
      request.body = .json(
        MaskedText(JSONNode.object([.init("data", .string(#"{"t":"\#(inJSON)"}"#))]).line))
    case .typed:
      request.url = "https://cloud.example/n/\(number)/\(secret)"
      request.query = [QueryItem("token", MaskedText(secret))]
      request.headers = [HeaderField("Authorization", "Bearer \(secret)")]
      request.login = BasicLogin(user: "me", password: secret)
      request.body = .form([QueryItem("token", MaskedText(secret))])
    case .sketch:
      // As a sketch holds the AuthToken that it is compiled with.
      let source = MaskedText("#define BLYNK_AUTH_TOKEN \"\(spelt)\"\nvoid setup() {}\n")
      request.body = .multipart([
        .init(name: "file", fileName: "main.ino", content: source),
        .init(name: "platform_id", content: "13"),
      ])
    case .firmware:
      let bytes = [0x7F, 0, 0xFE, 0xFF] + Array(spelt.utf8) + [0, 0xC0]
      request.body = .multipart([.init(name: "file", fileName: "firmware.bin", bytes: bytes)])
    default: break
    }
    return request
  }

  var reply: Response {
    switch place {
    case .location:
      return Response(
        status: 308, headers: [("Location", "https://fra1.example/x?token=\(spelt)&v16")])
    case .replyHeader: return Response(status: 200, headers: [("X-Echo", spelt)])
    case .errorText: return .text("No such thing: <\(spelt)>", status: 400, type: "text/plain")
    case .replyJSON, .typed: return .text(#"{"error":{"message":"\#(inJSON)"}}"#, status: 400)
    case .replyNested:
      return .text(JSONNode.object([.init("data", .string(#"{"t":"\#(inJSON)"}"#))]).line)
    case .compileErrors:
      return .text(compile(output: "", error: spelt), status: 406)
    case .compileOutput:
      return .text(compile(output: spelt, error: ""))
    case .binary:
      // A compiled sketch, as it is fetched.
      return Response(
        status: 200, headers: [("Content-Type", "application/binary")],
        body: [0, 1, 2, 0xFF, 0xFE] + Array(spelt.utf8) + [0, 0xFF])
    case .login: return .text(login)
    default: return .text("{}")
    }
  }

  /// What a sketch that does not compile gets: the compiler quotes the line with the token.
  private func compile(output: String, error: String) -> String {
    func line(_ text: String) -> String { "main.ino:3:9: error: #define T \"\(text)\"\n  ^~~~\n" }
    let reply: JSONNode = [
      "ok": .flag(false), "code": 200, "output": "build didn't produce binary",
      "stdout": .string(line(output)), "errors": [.string("make failed"), .string(line(error))],
    ]
    return reply.line
  }

  /// A token that nobody knew before, spelt as JSON may be.
  private var login: String {
    let escaped = value.utf16.map { String(format: "\\u%04x", $0) }.joined()
    let plain = String(JSONNode.string(value).line.dropFirst().dropLast())
    let text = spelling == .unicode ? escaped : plain
    return #"{"password":"\#(text)","access_token":"\#(text)","token_type":"bearer"}"#
  }

  var parts: [StreamPart] {
    if place == .refusal {
      return [.refused(.text("No stream for <\(spelt)>", status: 401, type: "text/plain"))]
    }
    guard place == .event else { return [] }
    return [
      .opened,
      .event(ServerSentEvent(name: "e", data: #"{"data":"{\"t\":\"\#(inJSON)\"}","ttl":60}"#)),
      .event(ServerSentEvent(name: "f", data: inJSON)),
    ]
  }

  // MARK: what may not be found

  static func forms(of value: String) -> Set<String> {
    var forms: Set = [value, value.percentEncoded()]
    forms.insert(value.utf16.map { String(format: "\\u%04x", $0) }.joined())
    forms.insert(value.utf8.map { String(format: "%02x", $0) }.joined())
    for before in 0..<3 {
      let bytes = Data(repeating: 0, count: before) + Data(value.utf8)
      let text = bytes.prefix(bytes.count / 3 * 3).base64EncodedString()
      forms.insert(String(text.dropFirst(before == 0 ? 0 : 4)))
    }
    return forms
  }

  /// All strings of a recording, with one and two layers of JSON, percent-encoding or base64 taken
  /// off by Foundation, which knows nothing of our redaction.
  static func readings(of text: String) -> [String] {
    guard let json = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return [text] }
    func strings(_ value: Any) -> [String] {
      switch value {
      case let text as String: [text]
      case let list as [Any]: list.flatMap(strings)
      case let object as [String: Any]: object.flatMap { [$0.key] + strings($0.value) }
      default: []
      }
    }
    var all = strings(json)
    for _ in 0..<2 {
      all += all.flatMap { text -> [String] in
        let unquoted = try? JSONSerialization.jsonObject(
          with: Data("\"\(text)\"".utf8), options: .fragmentsAllowed)
        let inner = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        let bytes = Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) }
        return [text.removingPercentEncoding, unquoted as? String, bytes].compactMap(\.self)
          + (inner.map(strings) ?? [])
      }.filter { $0.count > 8 }
    }
    return Array(Set(all)).filter { $0.count > 8 }
  }
}
