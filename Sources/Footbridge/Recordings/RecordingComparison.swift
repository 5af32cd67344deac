import Capabilities
import Core
import HTTP
import Recording
import Storage
import Terminal

/// A recording beside the clouds as they answer now: the same status, the same fields?
///
/// Only what changes nothing is asked: no writes, and no event streams.
struct RecordingComparison {
  struct Difference {
    let number: Int
    let asked: String
    let words: [Phrase]
  }

  let recording: HTTPArchive
  let particleURL: String?
  let blynkURL: String?
  let secrets: [Secret]
  let transport: Transport
  let timeout: Duration

  /// Asks one after the other.
  /// - Returns: what differs, how many were asked, and how many were left out.
  func run() async throws -> (differences: [Difference], asked: Int, left: Int) {
    var (differences, asked): ([Difference], Int) = ([], 0)
    for (place, exchange) in recording.exchanges.enumerated() {
      guard let reply = exchange.reply, RecordingComparison.isHarmless(exchange) else { continue }
      let recorded = moved(exchange.request)
      guard isOfClouds(recorded.url), var request = withOwnSecrets(recorded) else { continue }
      request.timeout = timeout
      asked += 1
      let answer = try await transport.send(request)
      let words = RecordingComparison.differences(reply, answer)
      if words.isEmpty { continue }
      differences.append(
        Difference(
          number: place + 1, asked: "\(exchange.request.method) \(exchange.request.url)",
          words: words))
    }
    return (differences, asked, recording.exchanges.count - asked)
  }

  /// Somebody else's recording may name any host; a token goes to the clouds that it was given for.
  private func isOfClouds(_ url: String) -> Bool {
    let given = [particleURL, blynkURL].compactMap(\.self)
    if given.contains(where: { url.hasPrefix($0 + "/") }) { return true }
    guard url.hasPrefix("https://") else { return false }
    let host = url.addressHost
    return "https://\(host)" == Bindings.particleCloud || host == "blynk.cloud"
      || host.hasSuffix(".blynk.cloud")
  }

  /// The request with the person's own secrets; nil where it wants one that is not theirs.
  private func withOwnSecrets(_ recorded: RecordedRequest) -> Request? {
    var recorded = recorded
    recorded.headers.removeAll { ["cookie"].contains($0.name.lowercased()) }
    let request = recorded.request { name in secrets.first { $0.name == name } }
    let wanted =
      request.url.secrets + request.headers.flatMap(\.value.secrets)
    return wanted.allSatisfy { $0.count > 0 } ? request : nil
  }

  /// Blynk writes by GET, so a method alone says nothing.
  private static func isHarmless(_ exchange: RecordedExchange) -> Bool {
    let url = exchange.request.url
    let writes = ["update", "logEvent", "logevent", "delete", "property"]
    let path = url.prefix { $0 != "?" }
    return exchange.request.method == "GET" && !exchange.isStream
      && !(path.contains("/external/api/") && writes.contains { path.contains($0) })
  }

  /// To the addresses that the person gave: Particle's paths begin with `/v1`, Blynk's with
  /// `/external` or `/api`.
  private func moved(_ request: RecordedRequest) -> RecordedRequest {
    var request = request
    let host = request.url.addressHost
    guard let range = request.url.firstRange(of: host) else { return request }
    let rest = String(request.url[range.upperBound...])
    if rest.hasPrefix("/v1/"), let particleURL { request.url = particleURL + rest }
    let isBlynk = rest.hasPrefix("/external/") || rest.hasPrefix("/api/")
    if isBlynk, let blynkURL { request.url = blynkURL + rest }
    return request
  }

  private static func differences(_ recorded: RecordedReply, _ now: Response) -> [Phrase] {
    var words: [Phrase] = []
    if recorded.status != now.status {
      words.append("status: recorded \(recorded.status), now \(now.status)")
    }
    let (before, after) = (fields(recorded.body.bytes), fields(now.body))
    let (gone, new) = (before.subtracting(after).sorted(), after.subtracting(before).sorted())
    if !gone.isEmpty { words.append("gone: \(Wording.list(gone, "and"))") }
    if !new.isEmpty { words.append("new: \(Wording.list(new, "and"))") }
    return words.map { Scrubber([]).scrub($0) }
  }

  /// The names of the fields, path by path; a list counts as its first member.
  private static func fields(_ bytes: [UInt8]) -> Set<String> {
    func fields(_ node: JSONNode, _ path: String) -> Set<String> {
      switch node {
      case .object(let members):
        members.reduce(into: []) { found, member in
          let name = path.isEmpty ? member.name : "\(path).\(member.name)"
          found.insert(name)
          found.formUnion(fields(member.value, name))
        }
      case .list(let nodes): nodes.first.map { fields($0, "\(path)[]") } ?? []
      default: []
      }
    }
    return (try? JSONReader.read(bytes)).map { fields($0, "") } ?? []
  }

  /// Says what was found.
  static func show(
    _ found: (differences: [Difference], asked: Int, left: Int), on terminal: TerminalOutput
  ) {
    let told = terminal.traits.catalog.told
    for difference in found.differences {
      let asked = Scrubber([]).scrub(difference.asked)
      terminal.say(
        Prose([
          .paragraph([.text(told("Exchange \(difference.number):"))]),
          .code(
            language: nil, text: ([asked] + difference.words.map(told)).joined(separator: "\n")),
        ]))
    }
    let left: Phrase = "\(found.left) left alone, as they write, listen or are not yours to ask"
    if found.asked == 0 {
      terminal.say("Nothing was compared; \(left).", .warning)
    } else if found.differences.isEmpty {
      terminal.say("✓ \(Wording.count(found.asked, "answer")) as recorded; \(left).", .good)
    } else {
      let count = Wording.count(found.differences.count, "answer")
      terminal.say("✗ \(count) of \(found.asked) otherwise than recorded; \(left).", .bad)
    }
  }
}
