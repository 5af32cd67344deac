import Foundation
import HTTPTestServer
import Testing

@testable import PracticeClouds

struct HookReplyTests {
  private func chunks(_ definition: JSONValue, _ reply: String, limit: Int = 100_000) -> [String] {
    let integration = StoredIntegration(
      id: "a", createdAt: Date(timeIntervalSince1970: 0), definition: definition)
    return HookReply(integration, Array(reply.utf8), limitBytes: limit).chunks(of: 512)
  }

  @Test("a reply goes out in parts of 512 bytes, the last one shorter (particle:hook-response)")
  func chunked() {
    let parts = chunks([:], String(repeating: "x", count: 1030))
    #expect(parts.map(\.utf8.count) == [512, 512, 6])
    #expect(chunks([:], String(repeating: "x", count: 1024)).map(\.utf8.count) == [512, 512])
    #expect(chunks(["unchunked": true], String(repeating: "x", count: 1030)).count == 1)
  }

  @Test("what is over the limit is cut off")
  func cut() {
    #expect(
      chunks([:], String(repeating: "x", count: 700), limit: 600).map(\.utf8.count) == [512, 88])
  }

  @Test("a template shapes a JSON reply and leaves any other as it is")
  func template() {
    let template: JSONValue = ["responseTemplate": "{{a.b}}!"]
    #expect(chunks(template, #"{"a":{"b":1.0}}"#) == ["1!"])
    #expect(chunks(template, "no json") == ["no json"])
  }

  @Test("a binary reply can come as a data URL")
  func dataURL() {
    #expect(
      chunks(["dataUrlResponseEvent": true], "hi") == ["data:application/octet-stream;base64,aGk="])
  }
}
