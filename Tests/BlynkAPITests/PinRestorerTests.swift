import HTTP
import Synchronization
import Testing

@testable import BlynkAPI

@Suite("Putting datastreams back")
struct PinRestorerTests {
  private static let values = [
    RestoreNote.Value(Pin(14), was: .int(7), wrote: [.int(2_147_483_647), .int(0)]),
    RestoreNote.Value(Pin(15), was: .double(3.14159), wrote: [.string("1.5"), .double(3.3)]),
    RestoreNote.Value(Pin(16), was: .int(0), wrote: [.int(1)]),
  ]

  private func restored(of shown: String) async throws -> [String] {
    let scripted = Scripted { request in
      Response(
        status: 200, body: Array(("\(request.url)".hasSuffix("/getAll") ? shown : "").utf8))
    }
    let outcome = try await PinRestorer(scripted.cloud()).restore(Self.values)
    let written = scripted.requests.dropFirst().map { request in
      request.query.dropFirst().map { "\($0.name)=\($0.value?.shown() ?? "")" }.joined()
    }
    #expect(written == outcome.restored.map { "\($0.pin)=\($0.was.text)" })
    return written
  }

  @Test("what we wrote is put back; what is as it was, or was moved since, is left")
  func ours() async throws {
    #expect(
      try await restored(of: #"{"v14":2147483647,"v15":3.3,"v16":1}"#)
        == ["V14=7", "V15=3.14159", "V16=0"])
    #expect(try await restored(of: #"{"v14":7,"v15":3.14159,"v16":0}"#) == [])
    #expect(try await restored(of: #"{"v14":12,"v15":1.5,"v16":"1"}"#) == ["V15=3.14159", "V16=0"])
    #expect(try await restored(of: "{}") == [])
  }

  @Test("where Blynk does not take the old value, the others are put back all the same")
  func refused() async throws {
    let scripted = Scripted { request in
      if "\(request.url)".hasSuffix("/getAll") {
        return Response(status: 200, body: Array(#"{"v14":0,"v16":1}"#.utf8))
      }
      let isGone = request.query.contains { $0.name == "V14" }
      let text = #"{"error":{"message":"No datastream setup for that pin."}}"#
      return Response(status: isGone ? 400 : 200, body: Array((isGone ? text : "").utf8))
    }
    let outcome = try await PinRestorer(scripted.cloud()).restore(Self.values)
    #expect(outcome.refused.map(\.pin) == [Pin(14)])
    #expect(outcome.restored.map(\.pin) == [Pin(16)])
  }
}
