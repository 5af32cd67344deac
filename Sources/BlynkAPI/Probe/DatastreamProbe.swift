/// Finds out whether the datastreams are there, of the right type and wide enough, by writing what
/// they should take and what they should refuse (blynk:probe-writes), and puts back what it wrote.
///
/// The switch is only ever sent text that a numeric stream refuses, so that nothing wired to it
/// moves. Each refused write raises an error in Blynk's Developer Tools: say so beforehand.
package struct DatastreamProbe: Sendable {
  let cloud: BlynkCloud
  let expected: [ExpectedDatastream]
  /// The pin that must not be moved.
  let untouched: Pin
  let ledger: RestoreLedger
  let clock: any Clock<Duration>

  /// A probe of one device; nothing is asked before `run`.
  ///
  /// - Parameters:
  ///   - cloud: the device, by its AuthToken.
  ///   - expected: what should be there.
  ///   - switchPin: the pin that must not be moved.
  ///   - ledger: where it is written down what has to be put back.
  ///   - clock: for the pauses before what looked odd is looked at again.
  package init(
    _ cloud: BlynkCloud, expected: [ExpectedDatastream] = ExpectedDatastream.five,
    switchPin: Pin = Pin(16), ledger: RestoreLedger = .none,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.cloud = cloud
    self.expected = expected
    self.untouched = switchPin
    self.ledger = ledger
    self.clock = clock
  }

  /// The pins whose range is tried as well.
  package var ranged: [Pin] {
    expected.filter { $0.range != nil && $0.pin != untouched }.map(\.pin).sorted()
  }

  /// Probes them all: some three messages a pin. Throws when Blynk cannot be asked at all, or when
  /// its task is cancelled; what it wrote is put back all the same.
  package func run() async throws -> DatastreamReport {
    var report = DatastreamReport()
    let before = try await valuesBefore(&report)
    let entry = ledger.begin()
    var note = note(before)
    try entry.keep(note)
    do {
      for stream in expected {
        try await probe(stream, before: before[stream.pin], into: &report)
      }
      try await probeRanges(before: before, into: &report) { pin, shown in
        note.add(shown, writtenTo: pin)
        try entry.keep(note)
      }
    } catch {
      try await putBack(note, entry)
      throw error
    }
    note.values.removeAll { before[$0.pin] == nil || !report.unrestored.contains($0.pin) }
    try entry.keep(note)
    return report
  }

  // MARK: what was there

  /// Between two looks at values that another probe may have written just now.
  private static let pauses: [Duration] = [.milliseconds(250), .milliseconds(500), .seconds(1)]

  /// The values as they are. What another probe writes is no value to put back, so it is waited for
  /// until that one has put its own back; what stays is what is there.
  private func valuesBefore(_ report: inout DatastreamReport) async throws -> [Pin: BlynkValue] {
    var values = try await cloud.all()
    report.messages += 1
    for pause in DatastreamProbe.pauses where isUnderProbe(values) {
      try await clock.sleep(for: pause)
      values = try await cloud.all()
      report.messages += 1
    }
    return values
  }

  /// Whether it looks as in the middle of a probe: a text of ours, or all ranges at the same end.
  private func isUnderProbe(_ values: [Pin: BlynkValue]) -> Bool {
    if values.values.contains(where: { $0.text == DatastreamProbe.word }) { return true }
    let ranged = expected.filter { $0.range != nil && $0.pin != untouched }
    guard ranged.count > 1 else { return false }
    return DatastreamProbe.ends.contains { end in
      ranged.allSatisfy { stream in
        DatastreamProbe.same(values[stream.pin]?.number, stream.range?[keyPath: end])
      }
    }
  }

  /// What has to be put back. A pin without a value cannot be emptied again: it is left at the low
  /// end of its range, as when the probe comes to its end.
  private func note(_ before: [Pin: BlynkValue]) -> RestoreNote {
    var note = RestoreNote()
    note.values = expected.compactMap { stream in
      let range = stream.pin == untouched ? nil : stream.range
      guard let was = before[stream.pin] ?? range.map({ .number($0.lowerBound) }) else {
        return nil
      }
      let ends = range.map { [$0.lowerBound, $0.upperBound].map(BlynkValue.number) } ?? []
      return RestoreNote.Value(
        stream.pin, was: was, wrote: attempts(stream).map { .string($0.text) } + ends)
    }
    return note
  }

  /// The same when the probe is cut off: in a task of its own, which nobody cancels.
  private func putBack(_ note: RestoreNote, _ entry: RestoreLedger.Entry) async throws {
    let restoring = Task { [cloud] in try await PinRestorer(cloud).restore(note.values) }
    let alarm = Task { [clock] in
      try? await clock.sleep(for: UncancellableWrite.limit)
      restoring.cancel()
    }
    defer { alarm.cancel() }
    // What cannot be put back now stays noted.
    guard (try? await restoring.value) != nil else { return }
    try entry.keep(RestoreNote())
  }

  // MARK: ranges

  private static let ends = [\ClosedRange<Double>.upperBound, \.lowerBound]
  /// The pauses before a value is written and read again that was not read as it was written.
  private static let retries: [Duration] =
    [.zero] + [50, 100, 200, 400, 800].map { .milliseconds($0) }
  /// So often in a row a value has to be cut to the same number.
  private static let cutsInRow = 3

  /// Writes both ends of each range and reads them back: a cut is answered like a success
  /// (blynk:update-cut).
  ///
  /// - Parameter note: hears what else a pin held after our write.
  private func probeRanges(
    before: [Pin: BlynkValue], into report: inout DatastreamReport,
    note: (Pin, BlynkValue) throws -> Void
  ) async throws {
    let ranged = expected.filter { stream in
      stream.range != nil && stream.pin != untouched && report.findings[stream.pin] == .right
    }
    guard !ranged.isEmpty else { return }
    // The low end comes last: where there was no value before, it is what stays.
    var unmoved: [Pin: Int] = [:]
    for end in DatastreamProbe.ends {
      var sent: [Pin: Double] = [:]
      for stream in ranged { sent[stream.pin] = stream.range?[keyPath: end] }
      try await probeEnd(sent, into: &report, note: note)
      for case (let pin, .cuts(_, let shown)) in report.findings
      where sent[pin] != nil && DatastreamProbe.same(shown, before[pin]?.number) {
        unmoved[pin, default: 0] += 1
      }
    }
    // No stream is so narrow that both ends are cut to what stood there: none was kept.
    for (pin, count) in unmoved where count == DatastreamProbe.ends.count {
      report.findings[pin] = .unstored
    }
    try await restoreAll(ranged.map(\.pin), before, &report)
  }

  /// One end of all ranges. A number that was read once may be another's, or the device's own; one
  /// that comes of our write each time is what the stream cuts it to.
  private func probeEnd(
    _ sent: [Pin: Double], into report: inout DatastreamReport,
    note: (Pin, BlynkValue) throws -> Void
  ) async throws {
    var (open, shownInRow) = (sent, [Pin: [Double?]]())
    for pause in DatastreamProbe.retries where !open.isEmpty {
      if pause > .zero { try await clock.sleep(for: pause) }
      report.messages += 2
      let values = open.mapValues { BlynkValue.number($0) }
      try await UncancellableWrite.run { [cloud] in try await cloud.batchUpdate(values) }
      let shown = try await cloud.values(sent.keys.sorted())
      for (pin, value) in open {
        let number = shown[pin]?.number
        if DatastreamProbe.same(number, value) { open[pin] = nil }
        if shownInRow[pin]?.last != .some(number) { shownInRow[pin] = [] }
        shownInRow[pin, default: []].append(number)
        guard open[pin] != nil, let inRow = shownInRow[pin]?.count, inRow > 1 else { continue }
        if inRow == 2, let cut = shown[pin] { try note(pin, cut) }
        guard inRow == DatastreamProbe.cutsInRow else { continue }
        open[pin] = nil
        report.findings[pin] = .cuts(sent: value, to: number)
      }
    }
    for (pin, value) in open where report.findings[pin] == .right {
      report.findings[pin] = .moved(sent: value)
    }
  }

  /// A number may have been stored with fewer digits.
  private static func same(_ shown: Double?, _ sent: Double?) -> Bool {
    guard let shown, let sent else { return false }
    return abs(shown - sent) < 0.001
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
    do {
      try await UncancellableWrite.run { [cloud] in try await cloud.batchUpdate(values) }
    } catch is BlynkError {
      report.unrestored += values.keys.filter { !report.unrestored.contains($0) }.sorted()
    }
  }

  // MARK: types

  private func probe(
    _ stream: ExpectedDatastream, before: BlynkValue?, into report: inout DatastreamReport
  ) async throws {
    var kinds = Set(DatastreamKind.allCases)
    for attempt in attempts(stream) where kinds.count > 1 {
      report.messages += 1
      do {
        try await write(.string(attempt.text), to: stream.pin)
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

  private func write(_ value: BlynkValue, to pin: Pin) async throws {
    try await UncancellableWrite.run { [cloud] in try await cloud.update(pin, value) }
  }

  /// A text to write, and the kinds that take it.
  private typealias Attempt = (text: String, takers: Set<DatastreamKind>)

  private static let word = "footbridge-check"

  private func attempts(_ stream: ExpectedDatastream) -> [Attempt] {
    let word = (text: DatastreamProbe.word, takers: Set([DatastreamKind.string]))
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
      try await write(before, to: pin)
    } catch is BlynkError {
      if !report.unrestored.contains(pin) { report.unrestored.append(pin) }
    }
  }
}

extension RestoreNote {
  /// What a pin held after our write, such as a number that was cut.
  fileprivate mutating func add(_ shown: BlynkValue, writtenTo pin: Pin) {
    for index in values.indices where values[index].pin == pin { values[index].wrote.append(shown) }
  }
}

extension BlynkError {
  /// Throws what concerns every pin, so that it is said once.
  fileprivate func rethrowIfGeneral() throws {
    switch self {
    case .badToken, .wrongRegion, .strangeRedirect, .badClient, .messagesUsedUp, .rateLimited,
      .cloudFailed, .blocked, .proxyRefused:
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
