import Foundation
import Guide
import Testing

@testable import Capabilities

@Suite("Kinds of devices")
struct DeviceKindTests {
  private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  @Test("the guide offers each kind by its word, and one for all others")
  func words() throws {
    let guide = try GuideDocument.load(from: DeviceKindTests.checkout + "/Guides/particle-blynk")
    let question = try #require(guide.question("particle.kind"))
    #expect(
      Set(question.shape.choices) == Set(DeviceKind.all.map(\.word) + [DeviceKind.other]))
  }

  @Test("of two kinds with one number the one that was named counts")
  func twins() {
    #expect(DeviceKind.of(32)?.word == "photon2")
    #expect(DeviceKind.of(32, named: "p2")?.word == "p2")
    #expect(DeviceKind.of(13, named: "p2")?.word == "boron")
    #expect(DeviceKind.of(9_999) == nil)
    #expect(DeviceKind.name(32) == "Photon 2 or P2")
    #expect(DeviceKind.name(9_999) == "platform 9999")
  }

  @Test("what moves is what the sketch moves")
  func lights() throws {
    let sketch = Set([0, 6, 10, 12, 13, 14, 32])
    for kind in DeviceKind.all { #expect((kind.light != .none) == sketch.contains(kind.id)) }
    #expect(DeviceKind.named("boron")?.connection == "GSM")
    #expect(DeviceKind.named("argon")?.connection == "WiFi")
    #expect(DeviceKind.named("p2")?.lightWords.english.contains("no LED") == true)
  }
}
