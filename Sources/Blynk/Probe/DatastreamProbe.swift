/// Finds out whether the datastreams are there, of the right type and wide enough, by writing what
/// they should take and what they should refuse (blynk-cloud §14), and puts back what it wrote.
///
/// The switch is only ever sent text that a numeric stream refuses, so that nothing wired to it
/// moves. Each refused write raises an error in Blynk's Developer Tools: say so beforehand.
package struct DatastreamProbe: Sendable {
  let cloud: BlynkCloud
  let expected: [ExpectedDatastream]
  /// The pin that must not be moved.
  let untouched: Pin

  /// A probe of one device; nothing is asked before `run`.
  ///
  /// - Parameters:
  ///   - cloud: the device, by its AuthToken.
  ///   - expected: what should be there.
  ///   - switchPin: the pin that must not be moved.
  package init(
    _ cloud: BlynkCloud, expected: [ExpectedDatastream] = ExpectedDatastream.five,
    switchPin: Pin = Pin(16)
  ) {
    self.cloud = cloud
    self.expected = expected
    self.untouched = switchPin
  }

  /// Probes them all: some three messages a pin. Throws when Blynk cannot be asked at all.
  package func run() async throws -> DatastreamReport {
    let before = try await cloud.all()
    var report = DatastreamReport()
    report.messages = 1
    for stream in expected {
      try await probe(stream, before: before[stream.pin], into: &report)
    }
    try await probeRanges(before: before, into: &report)
    return report
  }

  /// Writes both ends of each range and reads them back: a cut is answered like a success (§3.5).
  private func probeRanges(
    before: [Pin: BlynkValue], into report: inout DatastreamReport
  ) async throws {
    let ranged = expected.filter { stream in
      stream.range != nil && stream.pin != untouched && report.findings[stream.pin] == .right
    }
    guard !ranged.isEmpty else { return }
    // The low end comes last: where there was no value before, it is what stays.
    for end in [\ClosedRange<Double>.upperBound, \.lowerBound] {
      var sent: [Pin: Double] = [:]
      for stream in ranged { sent[stream.pin] = stream.range?[keyPath: end] }
      report.messages += 2
      try await cloud.batchUpdate(sent.mapValues { .number($0) })
      let shown = try await cloud.values(sent.keys.sorted())
      for (pin, value) in sent where !DatastreamProbe.same(shown[pin]?.number, value) {
        report.findings[pin] = .cuts(sent: value, to: shown[pin]?.number)
      }
    }
    try await restoreAll(ranged.map(\.pin), before, &report)
  }

  /// A number may have been stored with fewer digits.
  private static func same(_ shown: Double?, _ sent: Double) -> Bool {
    shown.map { abs($0 - sent) < 0.001 } ?? false
  }

  private func restoreAll(
    _ pins: [Pin], _ before: [Pin: BlynkValue], _ report: inout DatastreamReport
  ) async throws {
    let values = before.filter { pins.contains($0.key) }
    for pin in pins where values[pin] == nil && !report.unrestored.contains(pin) {
      report.unrestored.append(pin)
    }
    guard !values.isEmpty else { return }
    report.messages += 1
    do { try await cloud.batchUpdate(values) } catch is BlynkError {
      report.unrestored += values.keys.filter { !report.unrestored.contains($0) }.sorted()
    }
  }

  private func probe(
    _ stream: ExpectedDatastream, before: BlynkValue?, into report: inout DatastreamReport
  ) async throws {
    var kinds = Set(DatastreamKind.allCases)
    for attempt in attempts(stream) where kinds.count > 1 {
      report.messages += 1
      do {
        try await cloud.update(stream.pin, .string(attempt.text))
        kinds.formIntersection(attempt.takers)
        // A cut number, or none before: only a value from before can be put back.
        try await restore(stream.pin, before, &report)
      } catch BlynkError.wrongType {
        kinds.subtract(attempt.takers)
      } catch BlynkError.datastreamMissing {
        report.findings[stream.pin] = .missing
        return
      } catch let error as BlynkError {
        try error.rethrowIfGeneral()
        report.findings[stream.pin] = .unknown(error.witness.answered)
        return
      }
    }
    report.findings[stream.pin] = finding(stream, kinds)
  }

  /// A text to write, and the kinds that take it.
  private typealias Attempt = (text: String, takers: Set<DatastreamKind>)

  private func attempts(_ stream: ExpectedDatastream) -> [Attempt] {
    let word = (text: "footbridge-check", takers: Set([DatastreamKind.string]))
    let fraction = (text: "1.5", takers: Set([DatastreamKind.double, .string]))
    return stream.pin == untouched ? [word] : [word, fraction]
  }

  private func finding(_ stream: ExpectedDatastream, _ kinds: Set<DatastreamKind>)
    -> DatastreamFinding
  {
    if kinds.contains(stream.kind) { return .right }
    return .wrongType(DatastreamKind.allCases.filter(kinds.contains))
  }

  private func restore(
    _ pin: Pin, _ before: BlynkValue?, _ report: inout DatastreamReport
  ) async throws {
    guard let before else {
      if !report.unrestored.contains(pin) { report.unrestored.append(pin) }
      return
    }
    report.messages += 1
    do {
      try await cloud.update(pin, before)
    } catch is BlynkError {
      if !report.unrestored.contains(pin) { report.unrestored.append(pin) }
    }
  }
}

extension BlynkError {
  /// Throws what concerns every pin, so that it is said once.
  fileprivate func rethrowIfGeneral() throws {
    switch self {
    case .badToken, .wrongRegion, .strangeRedirect, .badClient, .rateLimited, .cloudFailed:
      throw self
    case .datastreamMissing, .wrongType, .wrongPinFormat, .eventUnknown, .metaFieldMissing, .noData,
      .refused, .unexpectedReply:
      return
    }
  }
}

extension BlynkValue {
  /// Without a fraction where there is none: an Integer refuses `1.0`.
  fileprivate static func number(_ number: Double) -> BlynkValue {
    Int64(exactly: number).map { .int($0) } ?? .double(number)
  }
}
