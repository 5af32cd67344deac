#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

import Recording
import HTTP

/// A reply that a cloud's documentation tells of: an entry of a recording made by hand, and what
/// the texts of `Tests/Recordings/documented` say besides.
package struct DocumentedReply: Sendable, CustomStringConvertible {
  package let file: String
  package var exchange: RecordedExchange
  /// What brings the practice cloud to say it.
  package let given: [String]
  /// What happens once a stream is open.
  package let when: [String]
  /// What a client makes of it.
  package let reads: String?
  /// Why no client of ours asks so.
  package let unread: String?
  /// Why the practice cloud answers otherwise.
  package let unpractised: String?
  /// Whether the documentation says more than the status.
  package let isBodyKnown: Bool

  package var description: String { "\(file): \(exchange.comment ?? "")" }

  private init?(_ entry: JSONNode, file: String) {
    guard let exchange = RecordedExchange(json: entry) else { return nil }
    self.file = file
    self.exchange = exchange
    given = (entry["_given"]?.list ?? []).compactMap(\.text)
    when = (entry["_when"]?.list ?? []).compactMap(\.text)
    reads = entry["_reads"]?.text
    unread = entry["_unread"]?.text
    unpractised = entry["_unpractised"]?.text
    isBodyKnown = entry["response"]?["content"]?["comment"] == nil
  }

  /// All replies of a cloud, `particle` or `blynk`; none where they cannot be read.
  package static func all(of cloud: String) -> [DocumentedReply] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Recordings")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasPrefix("documented-\(cloud)") }.sorted().flatMap { name in
      let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path)
      let log = try? JSONReader.read(Array(data ?? Data()))["log"]
      return (log?["entries"]?.list ?? []).compactMap { DocumentedReply($0, file: name) }
    }
  }

  /// A transport that answers with it alone.
  package var transport: Transport {
    get throws {
      let log: JSONNode = ["log": ["entries": .list([exchange.json])]]
      return .replaying(Replay(try HTTPArchive(Array(log.line.utf8), file: file)))
    }
  }

  /// The path's segments after `/v1` or whatever comes first, without the query.
  package var path: [String] {
    let rest = exchange.request.url.split(separator: "/").dropFirst(2)
    return rest.joined(separator: "/").prefix { $0 != "?" }.split(separator: "/").map(String.init)
  }

  /// The query's pairs, or a form's, by name.
  package var fields: [String: String] {
    var request = exchange.request
    if let body = request.body, body.type.contains("form-urlencoded") {
      request.url = "?" + (body.text ?? "")
    }
    return Dictionary(request.queryPairs.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// The body of the request as JSON.
  package var json: JSONNode {
    (try? JSONReader.read(exchange.request.body?.bytes ?? [])) ?? .null
  }
}
