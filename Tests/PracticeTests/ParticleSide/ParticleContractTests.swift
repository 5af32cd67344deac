import Ground
import Testing
import Wire

@testable import Practice

struct ParticleContractTests {
  @Test("a documented request gets its documented reply", arguments: ParticleContract.rows)
  func row(_ row: ParticleContract) async throws {
    try await ParticleBench.run { bench in
      for fault in row.faults { bench.faults.set(fault, on: true) }
      if !row.online { await bench.cloud.setDevice(online: false) }
      let response = try await bench.send(
        row.method, row.target.filled(bench), token: row.tokenText, body: row.wireBody(bench))
      #expect(response.status == row.status, "\(response.text)")
      if let body = row.body {
        #expect(body.filled(bench).likeness(of: response.text), "\(response.text)")
      }
      let type = response.header("content-type")
      #expect(response.body.first != UInt8(ascii: "{") || type == "application/json; charset=utf-8")
    }
  }
}

extension ParticleContract {
  fileprivate var tokenText: String? {
    switch token {
    case .right: nil
    case .wrong: String(repeating: "0", count: 40)
    case .none: ""
    }
  }

  fileprivate func wireBody(_ bench: ParticleBench) -> Body? {
    switch sent {
    case .nothing: nil
    case .form(let text):
      .text(contentType: "application/x-www-form-urlencoded", Veiled(text.filled(bench)))
    case .json(let text): .json(Veiled(text.filled(bench)))
    }
  }
}

extension String {
  fileprivate func filled(_ bench: ParticleBench) -> String {
    replacing("DEVICE", with: bench.device).replacing("TOKEN", with: bench.token)
  }

  /// Whether a text is this one, but that `"*"` here stands for any string there.
  fileprivate func likeness(of text: String) -> Bool {
    guard let pattern = JSONValue(parsing: self), let value = JSONValue(parsing: text) else {
      return self == text
    }
    return pattern.covers(value)
  }
}

extension JSONValue {
  /// Names, their order and values are the same.
  fileprivate func covers(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.string("*"), .string(let text)): !text.isEmpty
    case (.object(let one), .object(let other)):
      one.members.map(\.name) == other.members.map(\.name)
        && zip(one.members, other.members).allSatisfy { $0.value.covers($1.value) }
    case (.array(let one), .array(let other)):
      one.count == other.count && zip(one, other).allSatisfy { $0.covers($1) }
    default: self == value
    }
  }
}
