import Core
import Foundation
import HTTP
import Testing

@testable import PracticeClouds

/// The table of documented exchanges, over real HTTP.
@Suite("BlynkContract")
struct BlynkContractTests {
  @Test("a documented request gets its documented reply", arguments: BlynkContract.rows)
  func row(_ row: BlynkContract) async throws {
    var settings = BlynkPracticeSettings()
    row.settings(&settings)
    // A time at which nothing in the table is too old, and which every reply shows alike.
    let now = Date(timeIntervalSince1970: 1_784_629_800)
    let time = PracticeTime(now: { now }, wait: { _ in })
    try await BlynkBench.run(settings: settings, time: time, change: { $0.furnish(at: now) }) {
      blynk async throws in
      let own = Own(blynk, await blynk.cloud.account)
      for before in row.given {
        try #require(try await blynk.send(.get, own.filled(before)).status == 200)
      }
      for fault in row.faults { blynk.faults.set(fault, on: true) }
      let reply = try await blynk.transport.send(own.request(row))
      #expect(reply.status == row.status)
      if let header = row.header {
        #expect(reply.header(header.name) == own.filled(header.value))
      }
      if let body = row.body { #expect(matches(reply.text, own.filled(body))) }
      if let then = row.then {
        #expect(try await blynk.send(.get, own.filled(then.target)).text == own.filled(then.body))
      }
    }
  }

  @Test("there are at least eighty documented exchanges")
  func count() {
    #expect(BlynkContract.rows.count >= 80)
    ContractRows.tell("Blynk contract rows", BlynkContract.rows.count)
  }

  /// Whether two texts are the same, where `*` stands for any text without a quote.
  private func matches(_ text: String, _ pattern: String) -> Bool {
    var rest = text[...]
    for (index, piece) in pattern.split(separator: "*", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { rest = rest.drop { $0 != "\"" } }
      guard rest.hasPrefix(piece) else { return false }
      rest = rest.dropFirst(piece.count)
    }
    return rest.isEmpty
  }
}

/// What the placeholders of the rows stand for.
private struct Own {
  private let url: String
  private let words: [(name: String, value: String)]

  init(_ blynk: BlynkBench, _ account: BlynkAccount) {
    url = blynk.url
    words = [
      ("TOKEN", blynk.token), ("TEMPLATE", account.templateID),
      ("PORT", String(blynk.url.split(separator: ":")[2])), ("GRANT", "Bearer grant"),
      ("CLIENT", "Basic " + Base64.encode(Array("oa2-client-id_test:secret".utf8))),
      ("REFRESH", "refresh"),
    ]
  }

  func filled(_ text: String) -> String {
    words.reduce(text) { $0.replacing($1.name, with: $1.value) }
  }

  func request(_ row: BlynkContract) -> Request {
    let authorization = row.authorization.map {
      HeaderField("Authorization", MaskedText(filled($0)))
    }
    return Request(
      row.method, MaskedText(url + filled(row.target)), headers: authorization.map { [$0] } ?? [],
      body: body(row.sent))
  }

  private func body(_ sent: BlynkContract.Sent) -> Body? {
    switch sent {
    case .nothing: nil
    case .json(let text): .json(MaskedText(filled(text)))
    case .text(let text): .text(contentType: "text/plain", MaskedText(text))
    case .file(let name): .multipart([.init(name: "upfile", fileName: name, content: "x")])
    }
  }
}
