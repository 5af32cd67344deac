import HTTP
import Synchronization
import Testing

@testable import BlynkAPI

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

  /// Somebody else writes it.
  func set(_ pin: String, to value: String) { stored.withLock { $0[pin] = value } }

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

  @Test("a value that another one writes meanwhile is no cut, and is tried again")
  func meddled() async throws {
    let template = Template(Self.right, stored: Self.stored)
    let meddlings = Mutex(3)
    let scripted = Scripted { request in
      let answer = template.answer(request)
      guard "\(request.url)".hasSuffix("/batch/update"), meddlings.withLock({ $0 }) > 0 else {
        return answer
      }
      meddlings.withLock { $0 -= 1 }
      template.set("V14", to: "\(380 + meddlings.withLock { $0 })")
      return answer
    }
    let report = try await DatastreamProbe(scripted.cloud(), clock: NoTime()).run()
    #expect(report.allRight, "\(report)")
    #expect(report.messages == scripted.requests.count)
    #expect(template.values == Self.stored)
  }

  @Test("a value that never stays is not known, and never wrong")
  func restless() async throws {
    let template = Template(Self.right, stored: Self.stored)
    let count = Mutex(380)
    let scripted = Scripted { request in
      let answer = template.answer(request)
      if "\(request.url)".hasSuffix("/batch/update") {
        template.set("V14", to: "\(count.withLock { $0 += 1; return $0 })")
      }
      return answer
    }
    let report = try await DatastreamProbe(scripted.cloud(), clock: NoTime()).run()
    #expect(report.findings[Pin(14)] == .moved(sent: 2_147_483_647))
    #expect(report.findings.values.filter { $0 == .right }.count == 4)
  }

  @Test("what another probe has written just now is not taken for what was there")
  func amongProbes() async throws {
    let extremes = ["V14": "2147483647", "V15": "3.3", "V16": "1", "V17": "1"]
    let template = Template(Self.right, stored: extremes)
    let looks = Mutex(0)
    let scripted = Scripted { request in
      let answer = template.answer(request)
      if "\(request.url)".hasSuffix("/getAll"),
        looks.withLock({
          $0 += 1; return $0
        }) == 2
      {
        for (pin, value) in Self.stored { template.set(pin, to: value) }
      }
      return answer
    }
    let report = try await DatastreamProbe(scripted.cloud(), clock: NoTime()).run()
    #expect(report.allRight)
    #expect(template.values == Self.stored)
  }

  @Test("what has to be put back is written down before the first write, and gone at the end")
  func noted() async throws {
    let template = Template(Self.right, stored: Self.stored)
    let scripted = Scripted { template.answer($0) }
    let kept = Mutex<[(note: RestoreNote, requests: Int)]>([])
    let ledger = RestoreLedger {
      .init { note in kept.withLock { $0.append((note, scripted.requests.count)) } }
    }
    _ = try await DatastreamProbe(scripted.cloud(), ledger: ledger).run()
    let notes = kept.withLock { $0 }
    #expect(notes.map(\.requests) == [1, scripted.requests.count])
    let was = notes[0].note.values.map { "\($0.pin)=\($0.was.text)" }
    #expect(was == ["V6=t", "V14=7", "V15=3.3", "V16=1", "V17=1"])
    #expect(notes[1].note.isEmpty)
  }

  @Test("where nothing can be written down, nothing is written to Blynk")
  func unkept() async throws {
    struct Full: Error {}
    let template = Template(Self.right, stored: Self.stored)
    let scripted = Scripted { template.answer($0) }
    let ledger = RestoreLedger { .init { _ in throw Full() } }
    await #expect(throws: Full.self) {
      try await DatastreamProbe(scripted.cloud(), ledger: ledger).run()
    }
    #expect(scripted.requests.count == 1)
  }

  @Test("called off at any request, it puts everything back and clears its note")
  func calledOff() async throws {
    let all = Scripted { Template(Self.right, stored: Self.stored).answer($0) }
    _ = try await DatastreamProbe(all.cloud()).run()
    for number in 1...all.requests.count {
      let template = Template(Self.right, stored: Self.stored)
      let asked = Mutex(0)
      let ask = Mutex<Task<DatastreamReport, any Error>?>(nil)
      let scripted = Scripted { request in
        let answer = template.answer(request)
        if asked.withLock({
          $0 += 1; return $0
        }) == number {
          ask.withLock { $0?.cancel() }
        }
        return answer
      }
      let last = Mutex(RestoreNote())
      let ledger = RestoreLedger { .init { note in last.withLock { $0 = note } } }
      let probe = DatastreamProbe(scripted.cloud(), ledger: ledger)
      ask.withLock { task in task = Task { try await probe.run() } }
      _ = try? await ask.withLock { $0 }?.value
      #expect(template.values == Self.stored, "at request \(number)")
      #expect(last.withLock { $0 }.isEmpty, "at request \(number)")
    }
  }

  @Test("a token that Blynk does not know is said once, not five times")
  func badToken() async {
    let scripted = Scripted(400, #"{"error":{"message":"Invalid token."}}"#)
    let error = await refusal { _ = try await DatastreamProbe(scripted.cloud()).run() }
    #expect(error?.problem.code == "blynk-bad-token")
    #expect(scripted.requests.count == 1)
  }
}
