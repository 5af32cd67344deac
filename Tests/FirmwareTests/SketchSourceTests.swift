import Core
import TestSupport
import Testing

@testable import Firmware

struct SketchSourceTests {
  static let token = "abcdefghijklmnopqrstuvwxyz-_0123"

  static func firmware(id: String = "TMPL4ej7--Xu_", name: String) throws -> SketchSource {
    try SketchSource(
      templateID: id, templateName: name, authToken: Secret(token, name: "blynk.auth_token"))
  }

  @Test("the template holds each value once, and no other braces for Mustache")
  func placeholders() {
    let values = SketchSource.parts.compactMap {
      if case .value(let name) = $0 { name } else { nil }
    }
    #expect(values == [.templateID, .templateName, .authToken])
    for case .text(let text) in SketchSource.parts {
      #expect(!text.contains("{{") && !text.contains("}}"))
    }
    #expect(
      SketchSource.templateText.contains("#define BLYNK_AUTH_TOKEN \"{{{blynk.auth_token}}}\"\n"))
  }

  @Test("the person's sketch is the template with the three values, and nothing else changed")
  func rendered() throws {
    let expected = SketchSource.templateText
      .replacing("{{{blynk.template_id}}}", with: "TMPL4ej7--Xu_")
      .replacing("{{{blynk.template_name}}}", with: "Particle Device")
      .replacing("{{{blynk.auth_token}}}", with: SketchSourceTests.token)
    #expect(try SketchSourceTests.firmware(name: "Particle Device").openedText() == expected)
  }

  @Test("printed, the sketch shows the token as its name")
  func veiled() throws {
    let firmware = try SketchSourceTests.firmware(name: "Particle Device")
    #expect("\(firmware.source)".contains("#define BLYNK_AUTH_TOKEN \"‹blynk.auth_token›\"\n"))
    for shown in ["\(firmware.source)", "\(firmware)", String(reflecting: firmware)] {
      #expect(!shown.contains(SketchSourceTests.token))
    }
  }

  static let names = [
    "", "Particle Device", "Grüße 世界 🌉", "a\"b", "\\", "ends in \\", "\\\"", "\"; int x = 0; //",
    "two\nlines", "cr\r\nlf", "tab\t1", "\u{7}7", "\u{0}", "\u{7f}", "{{{blynk.auth_token}}}",
    "%s%n%d", "??/", "\\101", "*/ // /*", "\u{2028}\u{85}", "#endif",
  ]

  @Test("what was filled in is found again, whatever the name", arguments: names)
  func inverse(name: String) throws {
    let source = try SketchSourceTests.firmware(id: name, name: name).openedText()
    #expect(
      SketchSource.values(inSource: source)
        == FlashedValues(templateID: name, templateName: name, authToken: SketchSourceTests.token))
  }

  @Test("so is a name of any characters")
  func anyName() throws {
    var random = Seeded(seed: 7)
    for length in 0..<200 {
      let name = random.text(length % 40, of: "aZ07\"\\{}%?\n\t\u{0}\u{7f}é世🌉")
      let source = try SketchSourceTests.firmware(name: name).openedText()
      #expect(SketchSource.values(inSource: source)?.templateName == name)
    }
  }

  @Test("no name can end the string or the line it stands in", arguments: names)
  func contained(name: String) throws {
    let source = try SketchSourceTests.firmware(name: name).openedText()
    let count = SketchSource.templateText.utf8.count { $0 == UInt8(ascii: "\n") }
    #expect(source.utf8.count { $0 == UInt8(ascii: "\n") } == count)
    let escaped = CStringLiteral.escape(name)
    let unescapedQuotes = escaped.replacing("\\\\", with: "").replacing("\\\"", with: "")
    #expect(!unescapedQuotes.contains("\"") && !unescapedQuotes.hasSuffix("\\"))
  }

  @Test("a sketch that differs in one byte is not ours with the same values")
  func foreign() throws {
    let source = Array(try SketchSourceTests.firmware(name: "N").openedText().utf8)
    let places = try #require(
      SketchSource.values(inSource: String(decoding: source, as: UTF8.self)))
    for index in stride(from: 0, to: source.count, by: 7) {
      var changed = source
      changed[index] ^= 1
      let values = SketchSource.values(inSource: String(decoding: changed, as: UTF8.self))
      #expect(values != places)
    }
  }

  @Test("more or less text than the sketch is not ours")
  func cut() throws {
    let source = try SketchSourceTests.firmware(name: "N").openedText()
    for text in ["", "int x;", source + " ", " " + source, String(source.dropLast())] {
      #expect(SketchSource.values(inSource: text) == nil)
    }
    let windows = source.replacing("\n", with: "\r\n")
    #expect(SketchSource.values(inSource: windows) == nil)
  }

  @Test(
    "a token that JSON or the sketch could not carry whole is refused",
    arguments: ["", "a\"b", "a\\b", "a b", "a\n", "ä", "a%", String(repeating: "x", count: 65)])
  func unfitToken(token: String) {
    #expect(throws: FirmwareError.authTokenUnfit(length: token.count)) {
      try SketchSource(
        templateID: "T", templateName: "N", authToken: Secret(token, name: "blynk.auth_token"))
    }
  }
}

struct FirmwareErrorTests {
  @Test("the error has something to do next, and nothing of the token")
  func words() {
    let problem = FirmwareError.authTokenUnfit(length: 1).problem
    #expect(!problem.title.isEmpty && !problem.next.isEmpty)
    #expect(problem.evidence == ["the token has 1 character"])
  }
}
