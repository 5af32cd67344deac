import Core
import Testing

@testable import DeviceSimulator

struct FirmwareTests {
  static let token = "abcdefghijklmnopqrstuvwxyz-_0123"

  static func firmware(id: String = "TMPL4ej7--Xu_", name: String) throws -> Firmware {
    try Firmware(
      templateID: id, templateName: name, authToken: Secret(token, name: "blynk.auth_token"))
  }

  @Test("the template holds each value once, and no other braces for Mustache")
  func placeholders() {
    let values = Firmware.parts.compactMap { if case .value(let name) = $0 { name } else { nil } }
    #expect(values == [.templateID, .templateName, .authToken])
    for case .text(let text) in Firmware.parts {
      #expect(!text.contains("{{") && !text.contains("}}"))
    }
    #expect(Firmware.templateText.contains("#define BLYNK_AUTH_TOKEN \"{{{blynk.auth_token}}}\"\n"))
  }

  @Test("the person's sketch is the template with the three values, and nothing else changed")
  func rendered() throws {
    let expected = Firmware.templateText
      .replacing("{{{blynk.template_id}}}", with: "TMPL4ej7--Xu_")
      .replacing("{{{blynk.template_name}}}", with: "Particle Device")
      .replacing("{{{blynk.auth_token}}}", with: FirmwareTests.token)
    #expect(try FirmwareTests.firmware(name: "Particle Device").openedText() == expected)
  }

  @Test("printed, the sketch shows the token as its name")
  func veiled() throws {
    let firmware = try FirmwareTests.firmware(name: "Particle Device")
    #expect("\(firmware.source)".contains("#define BLYNK_AUTH_TOKEN \"‹blynk.auth_token›\"\n"))
    for shown in ["\(firmware.source)", "\(firmware)", String(reflecting: firmware)] {
      #expect(!shown.contains(FirmwareTests.token))
    }
  }

  static let names = [
    "", "Particle Device", "Grüße 世界 🌉", "a\"b", "\\", "ends in \\", "\\\"", "\"; int x = 0; //",
    "two\nlines", "cr\r\nlf", "tab\t1", "\u{7}7", "\u{0}", "\u{7f}", "{{{blynk.auth_token}}}",
    "%s%n%d", "??/", "\\101", "*/ // /*", "\u{2028}\u{85}", "#endif",
  ]

  @Test("what was filled in is found again, whatever the name", arguments: names)
  func inverse(name: String) throws {
    let source = try FirmwareTests.firmware(id: name, name: name).openedText()
    #expect(
      Firmware.values(inSource: source)
        == FlashedValues(templateID: name, templateName: name, authToken: FirmwareTests.token))
  }

  @Test("no name can end the string or the line it stands in", arguments: names)
  func contained(name: String) throws {
    let source = try FirmwareTests.firmware(name: name).openedText()
    let count = Firmware.templateText.utf8.count { $0 == UInt8(ascii: "\n") }
    #expect(source.utf8.count { $0 == UInt8(ascii: "\n") } == count)
    let escaped = CStringLiteral.escape(name)
    let unescapedQuotes = escaped.replacing("\\\\", with: "").replacing("\\\"", with: "")
    #expect(!unescapedQuotes.contains("\"") && !unescapedQuotes.hasSuffix("\\"))
  }

  @Test("a sketch that differs in one byte is not ours with the same values")
  func foreign() throws {
    let source = Array(try FirmwareTests.firmware(name: "N").openedText().utf8)
    let places = try #require(Firmware.values(inSource: String(decoding: source, as: UTF8.self)))
    for index in stride(from: 0, to: source.count, by: 7) {
      var changed = source
      changed[index] ^= 1
      let values = Firmware.values(inSource: String(decoding: changed, as: UTF8.self))
      #expect(values != places)
    }
  }

  @Test("more or less text than the sketch is not ours")
  func cut() throws {
    let source = try FirmwareTests.firmware(name: "N").openedText()
    for text in ["", "int x;", source + " ", " " + source, String(source.dropLast())] {
      #expect(Firmware.values(inSource: text) == nil)
    }
    let windows = source.replacing("\n", with: "\r\n")
    #expect(Firmware.values(inSource: windows) == nil)
  }

  @Test(
    "a token that JSON or the sketch could not carry whole is refused",
    arguments: ["", "a\"b", "a\\b", "a b", "a\n", "ä", "a%", String(repeating: "x", count: 65)])
  func unfitToken(token: String) {
    #expect(throws: SketchError.authTokenUnfit(length: token.count)) {
      try Firmware(
        templateID: "T", templateName: "N", authToken: Secret(token, name: "blynk.auth_token"))
    }
  }
}
