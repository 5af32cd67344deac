import Synchronization
import Testing
import Wire

@testable import Blynk

/// A template as strict as the documents say, behind the same requests.
private final class Template: Sendable {
  let kinds: [String: DatastreamKind]
  /// What a stream cuts its values down to.
  let most: [String: Double]
  private let stored: Mutex<[String: String]>

  init(
    _ kinds: [String: DatastreamKind], stored: [String: String], most: [String: Double] = [:]
  ) {
    self.kinds = kinds
    self.most = most
    self.stored = Mutex(stored)
  }

  var values: [String: String] { stored.withLock { $0 } }

  func answer(_ request: Request) -> Response {
    let path = "\(request.url)"
    if path.hasSuffix("/getAll") || path.hasSuffix("/get") {
      let asked = Set(request.query.dropFirst().map(\.name))
      let members = values.filter { asked.isEmpty || asked.contains($0.key) }
        .sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }
      return Response(status: 200, body: Array("{\(members.joined(separator: ","))}".utf8))
    }
    for item in request.query.dropFirst() {
      if let refusal = write(item.name, item.value?.shown() ?? "") { return refusal }
    }
    return Response(status: 200)
  }

  private func write(_ pin: String, _ value: String) -> Response? {
    guard let kind = kinds[pin] else { return refuse("No datastream setup for that pin.") }
    let fits =
      switch kind {
      case .integer: Int32(value) != nil
      case .double: Double(value) != nil
      case .string: true
      }
    guard fits else { return refuse("Value doesn't match the Datastream data type.") }
    let cut = zip(most[pin], Double(value)).map { min($0, $1) }
    stored.withLock {
      $0[pin] = cut.map { Int64(exactly: $0).map(String.init) ?? "\($0)" } ?? value
    }
    return nil
  }

  private func zip(_ most: Double?, _ value: Double?) -> (Double, Double)? {
    guard let most, let value else { return nil }
    return (most, value)
  }

  private func refuse(_ text: String) -> Response {
    Response(status: 400, body: Array(#"{"error":{"message":"\#(text)"}}"#.utf8))
  }
}

@Suite("Probing the five datastreams")
struct DatastreamProbeTests {
  static let right: [String: DatastreamKind] = [
    "V6": .string, "V14": .integer, "V15": .double, "V16": .integer, "V17": .integer,
  ]
  static let stored = ["V6": "t", "V14": "7", "V15": "3.3", "V16": "1", "V17": "1"]

  @Test("a right template is found right, and stands as before")
  func allRight() async throws {
    let template = Template(Self.right, stored: Self.stored)
    let scripted = Scripted { template.answer($0) }
    let report = try await DatastreamProbe(scripted.cloud()).run()
    #expect(report.allRight)
    #expect(report.findings.count == 5)
    #expect(template.values == Self.stored)
    #expect(report.unrestored.isEmpty)
    #expect(report.messages == scripted.requests.count)
  }

  @Test("the switch is never sent a value that a numeric stream takes")
  func untouched() async throws {
    for kind in DatastreamKind.allCases {
      let template = Template(Self.right.merging(["V16": kind]) { $1 }, stored: Self.stored)
      let scripted = Scripted { template.answer($0) }
      _ = try await DatastreamProbe(scripted.cloud()).run()
      let sent = scripted.requests.compactMap { request in
        request.query.first { $0.name == "V16" }?.value?.shown()
      }
      #expect(sent == (kind == .string ? ["footbridge-check", "1"] : ["footbridge-check"]))
      #expect(template.values == Self.stored)
    }
  }

  @Test("a missing stream and every wrong type is told, pin by pin")
  func wrong() async throws {
    for (pin, wanted) in Self.right {
      for kind in DatastreamKind.allCases where kind != wanted {
        // A double switch cannot be told from an integer one without moving it.
        if pin == "V16", kind == .double { continue }
        let finding = try await Self.finding(pin, kind)
        guard case .wrongType(let found) = finding else {
          Issue.record("\(pin) as \(kind): \(String(describing: finding))")
          continue
        }
        #expect(found.contains(kind) && !found.contains(wanted))
      }
      #expect(try await Self.finding(pin, nil) == .missing)
    }
  }

  static func finding(_ pin: String, _ kind: DatastreamKind?) async throws -> DatastreamFinding? {
    var kinds = right
    kinds[pin] = kind
    let template = Template(kinds, stored: stored)
    let report = try await DatastreamProbe(Scripted { template.answer($0) }.cloud()).run()
    return Pin(pin).flatMap { report.findings[$0] }
  }

  @Test("a stream that had no value cannot be put back, and that is said")
  func leftover() async throws {
    let template = Template(Self.right, stored: [:])
    let report = try await DatastreamProbe(Scripted { template.answer($0) }.cloud()).run()
    #expect(report.allRight)
    #expect(report.unrestored == [Pin(6), Pin(15), Pin(14)])
    #expect(template.values["V14"] == "0" && template.values["V17"] == nil)
  }

  @Test("a stream that cuts what the sketch sends is told, with both numbers")
  func cut() async throws {
    let template = Template(Self.right, stored: Self.stored, most: ["V15": 1, "V16": 0])
    let scripted = Scripted { template.answer($0) }
    let report = try await DatastreamProbe(scripted.cloud()).run()
    #expect(report.findings[Pin(15)] == .cuts(sent: 3.3, to: 1))
    #expect(report.findings.values.filter { $0 == .right }.count == 4)
    #expect(report.messages == scripted.requests.count)
    #expect(template.values.merging(["V15": "3.3"]) { $1 } == Self.stored)
  }

  @Test("a token that Blynk does not know is said once, not five times")
  func badToken() async {
    let scripted = Scripted(400, #"{"error":{"message":"Invalid token."}}"#)
    let error = await refusal { _ = try await DatastreamProbe(scripted.cloud()).run() }
    #expect(error?.problem.code == "blynk-bad-token")
    #expect(scripted.requests.count == 1)
  }
}
