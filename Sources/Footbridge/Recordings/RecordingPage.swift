import Console
import Ground
import Wire

/// A recording as a table: one line an exchange, and on its right when it was under way.
struct RecordingPage {
  static let barWidth = 10
  /// The end of a longer address says more than its beginning.
  static let addressWidth = 30

  let file: String
  let recording: Recording

  func show(on terminal: Terminal) {
    let clean = Scrubber([])
    let count = Wording.count(recording.exchanges.count, "exchange")
    terminal.say("\(file): \(count), made by \(clean.scrub(recording.creator))", .bold)
    if let comment = recording.comment { terminal.say(clean.scrub(comment)) }
    guard let start = recording.exchanges.first?.started,
      let end = recording.exchanges.map(\.ended).max()
    else { return }
    for (letter, host) in hosts { terminal.say("\(letter) is \(clean.scrub(host))") }
    terminal.table(
      TableView(
        columns: [
          .init("", .right), .init("at", .right), .init("asked"), .init("", .right),
          .init("took", .right), .init("when"),
        ],
        rows: recording.exchanges.enumerated().map { row($0.offset + 1, $0.element, start, end) }))
    terminal.say("`footbridge show \(file) N` shows one of them whole.")
  }

  /// The hosts by letters, as an address of its own in each line would fill it.
  private var hosts: [(String, String)] {
    var names: [String] = []
    for exchange in recording.exchanges where !names.contains(exchange.request.url.addressHost) {
      names.append(exchange.request.url.addressHost)
    }
    return names.enumerated().map { offset, name in
      (offset < 26 ? String(UnicodeScalar(UInt8(65 + offset))) : "#\(offset + 1)", name)
    }
  }

  private func row(
    _ number: Int, _ exchange: RecordedExchange, _ start: Instant, _ end: Instant
  ) -> [TableView.Cell] {
    let host = exchange.request.url.addressHost
    let letter = hosts.first { $0.1 == host }?.0 ?? "?"
    let path =
      exchange.request.url.firstRange(of: host)
      .map { exchange.request.url[$0.upperBound...].prefix { $0 != "?" } } ?? ""
    let method = exchange.request.method
    let room = RecordingPage.addressWidth - method.count
    let address = path.count > room ? "…\(path.suffix(room - 1))" : String(path)
    let asked = Scrubber([]).scrub("\(method) \(letter)\(address)")
    let status = exchange.reply?.status
    return [
      .init("\(number)"), .init(Milliseconds.text(exchange.started, since: start)),
      .init(asked), .init(status.map { "\($0)" } ?? exchange.word, ink(status)),
      .init(Milliseconds.text(exchange.ended, since: exchange.started)),
      .init(bar(exchange, start, end)),
    ]
  }

  private func ink(_ status: Int?) -> Ink {
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
