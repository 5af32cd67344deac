import TestSupport
import Testing

@testable import HTTP

@Suite("server-sent events") struct ServerSentEventParserTests {
  private func parts(_ chunks: [[UInt8]]) throws -> [String] {
    var parser = ServerSentEventParser()
    return try chunks.flatMap { try parser.feed($0) }.map(\.words)
  }

  @Test(
    "bytes become these parts",
    arguments: [
      ("", []),
      (":ok\n\n", ["pulse", "pulse"]),
      ("\n\r\n\r", ["pulse", "pulse", "pulse"]),
      ("event: a\ndata: 1\n\n", ["event a=1"]),
      ("event:a\rdata:1\r\r", ["event a=1"]),
      ("event: a\r\ndata: 1\r\n\r\n", ["event a=1"]),
      ("data: 1\ndata:\ndata:  2\n\n", ["event =1\n\n 2"]),
      ("data\n\n", ["event ="]),
      ("event: only a name\n\n", ["event only a name="]),
      ("event: a\nevent: b\ndata: 1\n\ndata: 2\n\n", ["event b=1", "event =2"]),
      ("id: 7\nretry: 100\nnonsense\nevents: x\n\n", ["pulse"]),
      ("data: 1\n:between\ndata: 2\n\n", ["pulse", "event =1\n2"]),
      ("data: a: b\n\n", ["event =a: b"]),
      ("data: unfinished\n", []),
      ("\u{FEFF}data: 1\n\n\u{FEFF}data: 2\n\n", ["event =1", "pulse"]),
    ] as [(String, [String])])
  func parsing(text: String, expected: [String]) throws {
    #expect(try parts([Array(text.utf8)]) == expected)
  }

  @Test("any cut of the same bytes gives the same parts", arguments: 0..<300 as Range<UInt64>)
  func anyCut(seed: UInt64) throws {
    var dice = Seeded(seed: seed)
    let bytes = randomText(&dice)
    let whole = try parts([bytes])
    #expect(try parts(bytes.map { [$0] }) == whole)
    for _ in 0..<5 { #expect(try parts(cut(bytes, &dice)) == whole) }
  }

  @Test("LF, CR and CRLF mean the same", arguments: 0..<100 as Range<UInt64>)
  func lineEnds(seed: UInt64) throws {
    var dice = Seeded(seed: seed)
    let lines = (0..<20).map { _ in Self.lines.randomElement(using: &dice) ?? "" }
    let all = try ["\n", "\r", "\r\n"].map { end in
      try parts([Array(lines.map { $0 + end }.joined().utf8)])
    }
    #expect(all[0] == all[1] && all[1] == all[2])
  }

  @Test("an event of the limit is taken, one byte more is not, in one line or in many")
  func limit() throws {
    let limit = ServerSentEventParser.eventLimitBytes
    let most = "data:" + String(repeating: "x", count: limit - 5)
    #expect(try parts([Array((most + "\n\n" + most + "\n\n").utf8)]).count == 2)
    #expect(throws: ServerSentEventParser.EventTooLong.self) {
      try parts([Array((most + "x").utf8)])
    }
    let half = "data:" + String(repeating: "x", count: limit / 2)
    #expect(throws: ServerSentEventParser.EventTooLong.self) {
      try parts([Array((half + "\n" + half).utf8)])
    }
    let comments = String(
      repeating: ":" + String(repeating: "x", count: limit / 2) + "\n", count: 3)
    #expect(try parts([Array((comments).utf8)]).count == 3)
  }

  private static let lines = [
    "", "", "event: a", "event:grüße", "data: 1", "data: 世界 🌉", "data", ":", ": pulse", "id: 1",
    "x", " data: no", "data:  two",
  ]

  private func randomText(_ dice: inout Seeded) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<40, using: &dice) {
      bytes += Array((Self.lines.randomElement(using: &dice) ?? "").utf8)
      bytes += [[0x0A], [0x0D], [0x0D, 0x0A], [0xFF], []].randomElement(using: &dice) ?? []
    }
    return bytes
  }

  private func cut(_ bytes: [UInt8], _ dice: inout Seeded) -> [[UInt8]] {
    var chunks: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let length = Int.random(in: 0...min(7, rest.count), using: &dice)
      chunks.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return chunks
  }
}
