import Core
import HTTP
import Recording
import Terminal

/// A recording as a table: one line an exchange, and on its right when it was under way.
struct RecordingPage {
  static let barWidth = 10
  /// The end of a longer address says more than its beginning.
  static let addressWidth = 30
  /// No method that is registered is longer, but for WebDAV's `VERSION-CONTROL` and two others.
  static let methodWidth = 12

  let file: String
  let recording: HTTPArchive

  func show(on terminal: TerminalOutput) {
    let clean = Scrubber([])
    let count = Wording.count(recording.exchanges.count, "exchange")
    terminal.say("\(file): \(count), made by \(clean.scrubbedLine(recording.creator))", .bold)
    if let comment = recording.comment {
      terminal.say(Phrase(verbatim: clean.scrubbedLine(comment)))
    }
    guard let start = recording.exchanges.first?.started,
      let end = recording.exchanges.map(\.ended).max()
    else { return }
    let letters = letters
    for (host, letter) in letters.sorted(by: { $0.value.place < $1.value.place }) {
      terminal.say("\(letter.text) is \(clean.scrubbedLine(host))")
    }
    terminal.table(
      TableView(
        columns: [
          .init("", .right), .init("at", .right), .init("asked"), .init("", .right),
          .init("took", .right), .init("when"),
        ],
        rows: recording.exchanges.enumerated().map {
          row($0.offset + 1, $0.element, letters, start, end)
        }))
    terminal.say("`footbridge show \(file) N` shows one of them whole.")
  }

  /// The hosts by letters, as an address of its own in each line would fill it.
  private var letters: [String: (place: Int, text: String)] {
    var letters: [String: (place: Int, text: String)] = [:]
    for exchange in recording.exchanges where letters[exchange.request.url.addressHost] == nil {
      let place = letters.count
      let text = place < 26 ? String(UnicodeScalar(UInt8(65 + place))) : "#\(place + 1)"
      letters[exchange.request.url.addressHost] = (place, text)
    }
    return letters
  }

  private func row(
    _ number: Int, _ exchange: RecordedExchange, _ letters: [String: (place: Int, text: String)],
    _ start: Instant, _ end: Instant
  ) -> [TableView.Cell] {
    let host = exchange.request.url.addressHost
    let letter = letters[host]?.text ?? "?"
    let path =
      exchange.request.url.firstRange(of: host)
      .map { exchange.request.url[$0.upperBound...].prefix { $0 != "?" } } ?? ""
    let whole = exchange.request.method
    let method =
      whole.count > RecordingPage.methodWidth
      ? "\(whole.prefix(RecordingPage.methodWidth - 1))…" : whole
    let room = RecordingPage.addressWidth - method.count
    let address = path.count > room ? "…\(path.suffix(room - 1))" : String(path)
    let asked: String = Scrubber([]).scrubbedLine("\(method) \(letter)\(address)")
    let status = exchange.reply?.status
    return [
      .init("\(number)"), .init(Milliseconds.text(exchange.started, since: start)),
      .init(Phrase(verbatim: asked)), .init(status.map { "\($0)" } ?? exchange.word, style(status)),
      .init(Milliseconds.text(exchange.ended, since: exchange.started)),
      .init(Phrase(verbatim: bar(exchange, start, end))),
    ]
  }

  private func style(_ status: Int?) -> TextStyle {
    guard let status else { return .bad }
    return status < 400 ? .good : .bad
  }

  private func bar(_ exchange: RecordedExchange, _ start: Instant, _ end: Instant) -> String {
    let whole = max(1, end.microseconds - start.microseconds)
    func place(_ moment: Instant) -> Int {
      (moment.microseconds - start.microseconds) * RecordingPage.barWidth / whole
    }
    let first = min(place(exchange.started), RecordingPage.barWidth - 1)
    let length = max(1, place(exchange.ended) - first)
    return String(repeating: "·", count: first) + String(repeating: "█", count: length)
  }
}
