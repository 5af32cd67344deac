import Foundation
import TestSupport
import Testing

@testable import Core

@Suite struct EncodingTests {
  @Test("base64 and percent-encoding agree with Foundation on random bytes")
  func agree() throws {
    var chance = Seeded(seed: 5)
    for length in 0..<200 {
      let bytes = chance.bytes(length)
      #expect(Base64.encode(bytes) == Data(bytes).base64EncodedString())
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.percentEncoded().removingPercentEncoding == text)
    }
  }

  @Test("a plus is encoded, so that no form decoder reads a space")
  func plus() { #expect("a+b c".percentEncoded() == "a%2Bb%20c") }
}
