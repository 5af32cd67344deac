import Core
import Foundation
import HTTP
import TestSupport
import Testing

@testable import PracticeClouds

/// What Blynk's documentation says it answers, asked of the practice cloud.
@Suite("Documented replies of Blynk, practised")
struct DocumentedBlynkTests {
  static let replies = DocumentedReply.all(of: "blynk").filter { $0.unpractised == nil }

  @Test("the practice cloud answers as documented: status, fields", arguments: replies)
  func answers(_ reply: DocumentedReply) async throws {
    // A time at which nothing in the recordings is too old.
    let now = Date(timeIntervalSince1970: 1_784_629_800)
    let time = PracticeTime(now: { now }, wait: { _ in })
    try await BlynkBench.run(
      settings: try settings(of: reply), time: time, change: { $0.furnish(at: now) }
    ) { blynk async throws in
      try await arrange(blynk, for: reply)
      let template = await blynk.cloud.account.templateID
      let answer = try await blynk.transport.send(reply.request(to: blynk, template))
      let documented = try #require(reply.exchange.reply)
      #expect(answer.status == documented.status, "\(reply): \(answer.text)")
      for header in documented.headers { #expect(answer.header(header.name) != nil, "\(reply)") }
      guard reply.isBodyKnown else { return }
      let names = FieldNames(answer.body).names
      #expect(names == FieldNames(documented.body.bytes).names, "\(reply): \(answer.text)")
      #expect(answer.body.isEmpty == documented.body.bytes.isEmpty, "\(reply): \(answer.text)")
    }
  }

  @Test("most of them are practised")
  func count() { #expect(DocumentedBlynkTests.replies.count > 80) }

  private func settings(of reply: DocumentedReply) throws -> BlynkPracticeSettings {
    var settings = BlynkPracticeSettings()
    if reply.exchange.request.url.contains("/api/v1/") { settings.plan = .production }
    for given in reply.given where given.hasPrefix("setting ") {
      let pair = try #require(ParticleContract.pair(String(given.dropFirst(8))))
      let isKnown = settings.set(pair.name, to: pair.value)
      try #require(isKnown, "\(given)")
    }
    return settings
  }

  /// Brings the cloud into the state that a reply is about.
  private func arrange(_ blynk: BlynkBench, for reply: DocumentedReply) async throws {
    for given in reply.given {
      if given.hasPrefix("fault ") {
        blynk.faults.set(try Faults.fault(named: String(given.dropFirst(6))), on: true)
      } else if given.hasPrefix("/") {
        let before = try await blynk.send(.get, given.replacing("TOKEN", with: blynk.token))
        #expect(before.status == 200, "\(given): \(before.text)")
      }
    }
  }
}

extension DocumentedReply {
  /// The recorded request, with the bench's own names and tokens.
  fileprivate func request(to blynk: BlynkBench, _ template: String) -> Request {
    let named = { (text: String) in
      text.replacing("https://ny3.blynk.cloud", with: blynk.url)
        .replacing("TMPL4ej7--Xu_", with: template)
    }
    var asked = exchange.request
    asked.url = named(asked.url)
    if let text = asked.body?.text { asked.body?.bytes = Array(named(text).utf8) }
    return asked.request { name in secret(name, blynk).map { Secret($0, name: name) } }
  }

  private func secret(_ name: String, _ blynk: BlynkBench) -> String? {
    switch name {
    case "blynk.auth_token": given.contains("wrong token") ? "wrong" : blynk.token
    case "blynk.platform_token": "grant"
    case "blynk.platform_refresh_token":
      given.contains("wrong refresh token") ? "used" : "refresh"
    case "blynk.client_secret":
      Base64.encode(
        Array((given.contains("wrong client") ? "x:y" : "oa2-client-id_test:secret").utf8))
    default: nil
    }
  }
}
