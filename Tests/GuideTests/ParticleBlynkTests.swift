import Core
import Foundation
import Testing

@testable import Guide

/// The guide that ships, as it stands in `Guides/particle-blynk`.
@Suite("Guides/particle-blynk")
struct ParticleBlynkTests {
  static let folder = "Guides/particle-blynk".inCheckout

  /// The checks, acts and names that the program provides; the contract between it and the guide.
  static let checks: Set<String> = [
    "particle.token-works", "particle.device-online", "particle.function-listed",
    "particle.function-answers", "particle.integration-right", "blynk.server-answers",
    "blynk.token-works", "blynk.datastreams-right", "roundtrip.passes", "particle.kind-known",
    "blynk.platform-answers", "blynk.template-there", "blynk.template-pins",
    "blynk.template-fields", "blynk.device-there", "blynk.webhook-right", "blynk.webhook-tested",
    "blynk.switch-flipped",
  ]
  static let acts: Set<String> = [
    "blynk.blueprint.use", "blynk.template.create", "blynk.datastream-v6.create",
    "blynk.datastream-v14.create", "blynk.datastream-v15.create", "blynk.datastream-v16.create",
    "blynk.datastream-v17.create", "blynk.device.create", "particle.firmware.flash",
    "blynk.webhook.create",
    "particle.integration.create",
  ]
  static let names: Set<String> = [
    "particle.url", "blynk.url", "blynk.host", "particle.device_name", "particle.platform",
    "webhook.url", "integration.url", "event", "function", "secrets.file", "particle.led",
    "particle.connection",
  ]

  let guide: GuideDocument

  init() throws {
    guide = try GuideDocument.load(from: Self.folder)
  }

  @Test("it has no finding")
  func lint() {
    let findings = GuideLint.findings(
      inDirectory: Self.folder, checks: Self.checks, acts: Self.acts, names: Self.names)
    #expect(findings.map(\.description) == [])
  }

  @Test("either path has the eight sections, numbered 0 to 7", arguments: GuidePath.allCases)
  func sections(path: GuidePath) {
    let sections = guide.sections(on: path)
    #expect(
      sections.map(\.id) == [
        "prepare", path.rawValue, "activation", "firmware", "blynk-webhook",
        "particle-integration", "testing", "what-next",
      ])
    #expect(sections.map(\.number) == Array(0...7))
  }

  @Test("either path asks the ten names of the contract, the path first")
  func questions() {
    for path in GuidePath.allCases {
      let asked = guide.steps(on: path).compactMap(\.ask)
      #expect(asked.first?.name == "path")
      #expect(
        Set(asked.map(\.name)) == [
          "path", "particle.access_token", "particle.device_id", "blynk.server",
          "blynk.template_id", "blynk.template_name", "blynk.auth_token", "particle.kind",
          "blynk.client_id", "blynk.client_secret",
        ])
      #expect(
        asked.filter(\.shape.isSecret).map(\.name) == [
          "particle.access_token", "blynk.client_secret", "blynk.auth_token",
        ])
      #expect(
        asked.filter(\.isOptional).map(\.name) == [
          "particle.kind", "blynk.client_id", "blynk.client_secret",
        ])
    }
  }

  @Test("every check and every act of the contract has its step")
  func used() {
    let steps = guide.sections.flatMap(\.steps)
    #expect(Set(steps.compactMap(\.check)) == Self.checks)
    #expect(Set(steps.compactMap(\.act)) == Self.acts)
  }

  @Test("the round trip is the last thing that is checked")
  func last() {
    #expect(guide.steps(on: .blueprint).last { $0.check != nil }?.check == "roundtrip.passes")
  }

  @Test("every text renders without values, and no name is left when all have one")
  func renders() throws {
    let all = Self.names.union(guide.questions.map(\.name))
    let values = Dictionary(uniqueKeysWithValues: all.map { ($0, "VALUE") })
    for text in allTexts {
      #expect(!(try GuideDocument.fill(text)).blocks.isEmpty)
      let filled = try GuideDocument.fill(text, values: values).plainText
      #expect(!filled.contains("‹"))
      // Triple braces are Particle's, and are shown as they stand.
      #expect(!filled.replacing("{{{", with: "").contains("{{"))
    }
  }

  @Test("the values of Particle's template and of Blynk's body are shown as they must be typed")
  func literal() throws {
    let integration = try #require(guide.step("particle-integration/create"))
    let shown = try GuideDocument.fill(
      integration.body,
      values: ["integration.url": "https://lon1.blynk.cloud/external/api/batch/update"]
    ).plainText
    #expect(shown.contains("\"token\": \"{{{t}}}\""))
    #expect(shown.contains("\"V17\": \"{{{v17}}}\"\n  }\n}"))
    #expect(shown.contains("\"url\": \"https://lon1.blynk.cloud/external/api/batch/update\""))
    #expect(!shown.contains("{{{v16}}}"))
    let webhook = try #require(guide.step("blynk-webhook/create"))
    #expect(
      try GuideDocument.fill(webhook.body).plainText.contains("{\"args\":\"{device_pinValue}\"}"))
  }

  @Test("the template in the guide is JSON")
  func json() throws {
    let body = try #require(guide.step("particle-integration/create")).body
    let code = try GuideDocument.fill(body).blocks.compactMap { block in
      if case .code("json", let text) = block { text } else { nil }
    }
    let object = try JSONSerialization.jsonObject(with: Data(try #require(code.first).utf8))
    let query = (object as? [String: Any])?["query"] as? [String: String]
    #expect(Set(query?.keys.map { $0 } ?? []) == ["token", "V6", "V14", "V15", "V17"])
  }

  @Test("it speaks in the house's voice")
  func voice() throws {
    let unwanted = [
      "please", "oops", "successfully", "invalid", "simply", "an error occurred", "just ", "!",
    ]
    for text in allTexts {
      let spoken = try GuideDocument.fill(text).ownWords.lowercased()
      for word in unwanted { #expect(!spoken.contains(word), "\(word) in: \(spoken.prefix(80))") }
    }
  }

  private var allTexts: [String] {
    let steps = guide.sections.flatMap(\.steps)
    let texts = [guide.intro] + guide.sections.map(\.intro) + steps.map(\.body)
    return texts + steps.compactMap(\.hint) + steps.compactMap { $0.ask?.prompt }
  }
}
