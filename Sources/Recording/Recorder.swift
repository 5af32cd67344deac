import HTTP
import Core
import Synchronization

/// Writes down what goes over the wire, without the secrets, while it goes.
///
/// Recording into a file that is there updates it: what this run asks takes the place of what the
/// file held of the same request, and the rest stays.
package final class Recorder: Sendable {
  /// An exchange under way.
  struct Ticket: Sendable, Hashable { let number: Int }

  /// How the redaction is done; a test makes it fail on purpose.
  package enum Redaction: Sendable { case on, failing }

  struct State {
    var file: RecordingFile
    var redactor = Redactor()
    /// How many values the file was searched for.
    var knownCount = 0
    var pending: [Ticket: RecordedExchange] = [:]
    /// Bytes of a stream that are not in the file yet.
    var unsaved: [Ticket: Int] = [:]
    var ticketCount = 0
    /// Requests of earlier runs, and those of them that this one asked again.
    var earlier: Set<RequestKey>
    var replaced: Set<RequestKey> = []
    /// When the latest entry began that was written, and whether all of them stand as they began.
    var latest: Instant?
    var isInOrder = true
    var error: RecordingError?
    var isEnded = false
  }

  private let name: String
  private let run: String
  private let redaction: Redaction
  private let now: @Sendable () -> Instant
  private let state: Mutex<State>

  /// - Parameters:
  ///   - creator: name and version of the program, as HAR wants them.
  ///   - now: goes forward only, else a recording has its exchanges in another order.
  package init(
    path: String, creator: (name: String, version: String), redaction: Redaction = .on,
    now: @escaping @Sendable () -> Instant
  ) throws(RecordingError) {
    name = path
    self.redaction = redaction
    self.now = now
    run = now().text
    let (real, side) = try RecordingFile.open(path)
    let bytes = try HTTPArchive.bytes(of: real)
    var kept = bytes.isEmpty ? nil : try HTTPArchive(bytes, file: path)
    // What this program recorded is clean; what another did is not written again as it is.
    if kept?.creator.hasPrefix(creator.name) == false { kept = kept?.redacted() }
    let members =
      kept?.members
      ?? [
        .init("version", "1.2"), .init("pages", []),
        .init(
          "creator", ["name": .string(creator.name), "version": .string(creator.version)]),
      ]
    let file = try RecordingFile(
      path: real, front: side, head: Recorder.head(members),
      entries: (kept?.exchanges ?? []).map { Array($0.json.line.utf8) })
    state = Mutex(
      State(file: file, earlier: Set((kept?.exchanges ?? []).map { RequestKey($0.request) })))
  }

  private static func head(_ members: [JSONNode.Member]) -> [UInt8] {
    let log = JSONNode.object(members + [.init("entries", [])]).line
    return Array((#"{"log":"# + log.dropLast(2) + "\n").utf8)
  }

  /// Why it stopped, if it did.
  package var error: RecordingError? { state.withLock { $0.error } }

  /// Secrets to look for from the start.
  package func know(_ secrets: [Secret]) { state.withLock { $0.redactor.know(secrets) } }

  // MARK: what goes over the wire

  func begin(_ request: Request) -> Ticket {
    let started = now()
    return state.withLock { state in
      state.ticketCount += 1
      let ticket = Ticket(number: state.ticketCount)
      var asked = RecordedRequest(request) { state.redactor.placeholder(for: $0) }
      asked.clean(by: &state.redactor, redaction)
      var exchange = RecordedExchange(
        started: started, request: asked, reply: nil, ending: .open)
      exchange.run = run
      state.pending[ticket] = exchange
      return ticket
    }
  }

  func end(_ ticket: Ticket, _ response: Response) {
    let measured = sinceStart(ticket)
    finish(ticket) { exchange in
      var timings = response.timings
      if timings.total == 0 { timings.total = measured }
      exchange.timings = timings
      exchange.reply = RecordedReply(response)
      exchange.ending = .whole
    }
  }

  func fail(_ ticket: Ticket, _ error: any Error) {
    let total = sinceStart(ticket)
    finish(ticket) { exchange in
      exchange.timings.total = total
      exchange.ending = (error as? WireError).map { .failed($0) } ?? .cancelled
    }
  }

  func hear(_ ticket: Ticket, _ part: StreamPart) {
    let at = sinceStart(ticket)
    switch part {
    case .refused(let response): end(ticket, response)
    case .opened:
      change(ticket) { exchange, _ in
        let type = RecordedHeader("Content-Type", "text/event-stream")
        exchange.timings = Timings(firstByte: at, total: at)
        exchange.eventTimes = []
        exchange.reply = RecordedReply(
          status: 200, headers: [type], body: RecordedBody(type: type.value, bytes: []))
      }
    case .pulse, .event:
      change(ticket) { [redaction] exchange, redactor in
        var bytes = part.recorded
        if redaction == .on { bytes = redactor.clean(bytes) }
        exchange.reply?.body.bytes += bytes
        exchange.eventTimes?.append(at)
        exchange.timings.total = at
      }
    }
  }

  /// The server closed the stream in good order.
  func close(_ ticket: Ticket) {
    let total = sinceStart(ticket)
    finish(ticket) { exchange in
      exchange.timings.total = total
      exchange.ending = .whole
    }
  }

  /// Ends the recording: what was replaced goes, and the file is let go.
  package func end() {
    state.withLock { state in
      if state.isEnded { return }
      state.isEnded = true
      do throws(RecordingError) { try state.settle() } catch { state.error = state.error ?? error }
      state.file.end()
    }
  }

  private func sinceStart(_ ticket: Ticket) -> Int {
    let now = now()
    return state.withLock { state in
      state.pending[ticket].map { max(0, now.microseconds - $0.started.microseconds) } ?? 0
    }
  }

  private func change(
    _ ticket: Ticket, _ edit: (inout RecordedExchange, inout Redactor) -> Void
  ) {
    state.withLock { state in
      guard var exchange = state.pending[ticket], state.error == nil else { return }
      let before = exchange.reply?.body.bytes.count ?? 0
      edit(&exchange, &state.redactor)
      state.pending[ticket] = exchange
      let size = exchange.reply?.body.bytes.count ?? 0
      state.unsaved[ticket, default: 0] += size - before
      // A long stream is not written anew for each of its events.
      if state.unsaved[ticket, default: 0] * 8 < size - (32 << 10) { return }
      state.unsaved[ticket] = 0
      state.save(nil, name)
    }
  }

  private func finish(_ ticket: Ticket, _ edit: (inout RecordedExchange) -> Void) {
    state.withLock { state in
      guard var exchange = state.pending.removeValue(forKey: ticket), state.error == nil else {
        return
      }
      state.unsaved[ticket] = nil
      edit(&exchange)
      exchange.clean(by: &state.redactor, redaction)
      let key = RequestKey(exchange.request)
      if state.earlier.contains(key) { state.replaced.insert(key) }
      state.save(exchange, name)
    }
  }
}

extension Recorder.State {
  /// Writes an exchange that is over, and the streams that are open.
  mutating func save(_ exchange: RecordedExchange?, _ name: String) {
    let growing = pending.filter(\.value.isStream).sorted { $0.key.number < $1.key.number }
      .map(\.value)
    let inspection = LeakInspection(redactor.values)
    for (offset, entry) in ([exchange].compactMap(\.self) + growing).enumerated() {
      guard let (place, secret) = inspection.find(in: entry) else { continue }
      error = .holdsSecret(
        file: name, entry: file.entryCount + offset + 1, place: place, name: secret)
      return
    }
    if let exchange { note(exchange.started) }
    do throws(RecordingError) {
      try search()
      try file.append(
        [exchange].compactMap { $0.map { Array($0.json.line.utf8) } },
        growing: growing.map { Array($0.json.line.utf8) })
    } catch {
      self.error = error
    }
  }

  /// A value that is only now known as a secret may have been written before.
  private mutating func search() throws(RecordingError) {
    guard redactor.values.count > knownCount else { return }
    knownCount = redactor.values.count
    let content = try file.content()
    let clean = redactor.replacing(in: content)
    if clean != content {
      try file.rewrite(clean)
      // An address spells a placeholder in another way.
      isInOrder = false
    }
  }

  /// A stream begins before what is asked meanwhile, and ends after it.
  private mutating func note(_ started: Instant) {
    if let latest, started < latest { isInOrder = false }
    latest = max(latest ?? started, started)
  }

  /// Takes away what this run has replaced, and puts the entries in the order of their starts.
  mutating func settle() throws(RecordingError) {
    guard error == nil else { return }
    if !pending.isEmpty {
      let left = pending.sorted { $0.key.number < $1.key.number }.map(\.value)
      for exchange in left where exchange.isStream { note(exchange.started) }
      try file.append(left.filter(\.isStream).map { Array($0.json.line.utf8) }, growing: [])
    }
    guard !replaced.isEmpty || !isInOrder else { return }
    let whole = try HTTPArchive(file.content() + RecordingFile.tail, file: file.path)
    var content = Array((#"{"log":"# + JSONNode.object(whole.members).line.dropLast()).utf8)
    content += Array(",\"entries\":[\n".utf8)
    content += Array(
      whole.exchanges.map { Array($0.json.line.utf8) }.joined(separator: Array(",\n".utf8)))
    try file.rewrite(content, entryCount: whole.exchanges.count)
  }
}

extension RecordedReply {
  fileprivate init(_ response: Response) {
    self.init(
      status: response.status,
      headers: response.headers.map { RecordedHeader($0.name, $0.value) },
      body: RecordedBody(type: response.header("content-type") ?? "", bytes: response.body))
  }
}
