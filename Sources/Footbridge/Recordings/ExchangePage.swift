import Core
import HTTP
import Recording
import Terminal

/// One exchange whole: what was asked, what came back, and what a stream said when.
struct ExchangePage {
  private let number: Int
  private let exchange: RecordedExchange

  init(_ number: Int, _ exchange: RecordedExchange) {
    self.number = number
    self.exchange = exchange
  }

  func show(on terminal: TerminalOutput) {
    let told = terminal.traits.catalog.told
    var blocks: [Prose.Block] = [
      .paragraph([.text(told("Exchange \(number), \(exchange.started.text)"))]),
      .code(language: nil, text: asked),
    ]
    if let comment = exchange.comment {
      blocks.append(.paragraph([.text(Scrubber([]).scrubbedLine(comment))]))
    }
    blocks.append(.code(language: nil, text: answered(told)))
    if exchange.isStream { blocks.append(.code(language: nil, text: events)) }
    terminal.say(Prose(blocks))
    terminal.say(
      "It took \(Milliseconds.text(exchange.ended, since: exchange.started)), the first byte after "
        + "\(Milliseconds.text(exchange.timings.firstByte)).")
  }

  private var asked: String {
    let request = exchange.request
    return text("\(request.method) \(request.url)", request.headers, request.body)
  }

  private func answered(_ told: (Phrase) -> String) -> String {
    guard let reply = exchange.reply else { return told(exchange.word) }
    return text(
      "\(reply.status)", reply.headers, exchange.isStream ? nil : reply.body, told)
  }

  private var events: String {
    let times = exchange.eventTimes ?? []
    return zip(exchange.parts, times).compactMap { part, time in
      guard case .event(let event) = part else { return nil }
      return "\(Milliseconds.text(time).english)  \(clean(event.name))  \(clean(event.data))"
    }.joined(separator: "\n")
  }

  private func text(
    _ first: String, _ headers: [RecordedHeader], _ body: RecordedBody?,
    _ told: (Phrase) -> String = { $0.english }
  ) -> String {
    var lines = [clean(first)] + headers.map { clean("\($0.name): \($0.value)") }
    if let body, !body.bytes.isEmpty {
      lines += ["", body.text.map(clean) ?? told(Wording.count(body.bytes.count, "byte"))]
    }
    return lines.joined(separator: "\n")
  }

  private func clean(_ text: String) -> String { Scrubber([]).scrub(text) }
}

extension RecordedExchange {
  /// What there is to say where no status came.
  var word: Phrase {
    switch ending {
    case .whole: "no reply"
    case .open: "open"
    case .cancelled: "left"
    case .unanswered: "no answer"
    case .failed(let error): Phrase(verbatim: error.problem.code)
    }
  }
}
