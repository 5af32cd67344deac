import Core
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

struct ParticleContractTests {
  @Test("a documented request gets its documented reply", arguments: ParticleContract.rows)
  func row(_ row: ParticleContract) async throws {
    var settings = ParticlePracticeSettings()
    for setting in row.settings {
      let isKnown = settings.set(setting.name, to: setting.value)
      try #require(isKnown, "\(setting)")
    }
    try await ParticleBench.run(settings: settings) { bench in
      for fault in row.faults { bench.faults.set(try Faults.fault(named: fault), on: true) }
      if !row.isOnline { await bench.cloud.setDevice(online: false) }
      var words = ["DEVICE": bench.device, "TOKEN": bench.token]
      for asking in row.before { words.learn(from: try await bench.ask(asking, words)) }
      let response = try await bench.ask(row.asking, words)
      #expect(response.status == row.status, "\(response.text)")
      for header in row.headers {
        #expect(response.header(header.name) == header.value.replacing("_", with: " "))
      }
      if let body = row.body {
        #expect(words.fill(body).isLikeness(of: response.text), "\(response.text)")
      }
      let type = response.header("content-type")
      #expect(response.body.first != UInt8(ascii: "{") || type == "application/json; charset=utf-8")
    }
  }

  @Test("the table has at least ninety rows")
  func count() {
    let count = ParticleContract.rows.count
    #expect(count >= 90)
    #expect(Set(ParticleContract.rows.map(\.title)).count == count)
    ContractRows.tell("Particle contract rows", count)
  }
}

extension ParticleBench {
  /// Sends what a row of text says.
  func ask(
    _ asking: ParticleContract.Asking, _ words: [String: String]
  ) async throws -> Response {
    let content = words.fill(asking.content)
    let token: String? =
      switch asking.token {
      case _ where asking.owner != nil: ""
      case .right: nil
      case .wrong: String(repeating: "0", count: 40)
      case .none: ""
      }
    let owner = asking.owner.map { owner in
      [HeaderField("Authorization", MaskedText("Basic \(Base64.encode(Array(owner.utf8)))"))]
    }
    let body: Body? =
      switch asking.kind {
      case "form": .text(contentType: "application/x-www-form-urlencoded", MaskedText(content))
      case "json": .json(MaskedText(content))
      case "files": .multipart(content.split(separator: ";").map(ParticleBench.part))
      default: nil
      }
    return try await send(
      asking.method, words.fill(asking.target), token: token, body: body, headers: owner ?? [])
  }

  /// `name=value`, or `name@file=content`.
  private static func part(_ text: Substring) -> Body.Part {
    let pair = ParticleContract.pair(String(text)) ?? (String(text), "")
    let names = pair.name.split(separator: "@").map(String.init)
    return Body.Part(
      name: names[0], fileName: names.count > 1 ? names[1] : nil, content: MaskedText(pair.value))
  }
}

extension [String: String] {
  func fill(_ text: String) -> String {
    reduce(text) { $0.replacing($1.key, with: $1.value) }
  }

  /// What later lines may name: of the reply's members, those that are ids or tokens.
  mutating func learn(from response: Response) {
    guard let reply = JSONValue(parsing: response.body) else { return }
    let names = [
      "id": "HOOK", "binary_id": "BINARY", "mfa_token": "MFA", "access_token": "GRANTED",
    ]
    for (name, word) in names { if let value = reply[name]?.plain { self[word] = value } }
  }
}

extension String {
  /// Whether a text is this one, as `ParticleContract` explains it.
  fileprivate func isLikeness(of text: String) -> Bool {
    if self == "-" { return text.isEmpty }
    guard let pattern = JSONValue(parsing: self), let value = JSONValue(parsing: text) else {
      return self == text
    }
    return pattern.covers(value)
  }
}

extension JSONValue {
  /// Names, their order and values are the same, but for what the pattern leaves open.
  fileprivate func covers(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.string("*"), .string(let text)): !text.isEmpty
    case (.object(let one), .object(let other)): JSONValue.covers(one, other)
    case (.array(let one), .array(let other)):
      one.count == other.count && zip(one, other).allSatisfy { $0.covers($1) }
    default: self == value
    }
  }

  private static func covers(_ pattern: JSONObject, _ object: JSONObject) -> Bool {
    let named = pattern.members.filter { $0.name != "…" }
    let isOpen = named.count < pattern.members.count
    guard isOpen || named.map(\.name) == object.members.map(\.name) else { return false }
    return named.allSatisfy { member in object[member.name].map(member.value.covers) ?? false }
  }
}
