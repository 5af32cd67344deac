import HTTP

/// One request and what became of it, as a recording holds it: an entry of the HTTP archive.
package struct RecordedExchange: Sendable {
  /// How it ended.
  package enum Ending: Sendable, Equatable {
    /// The whole reply came; a stream was closed by the server.
    case whole
    /// A stream that was still open when the recording ended.
    case open
    /// No reply stands there, and not why, as in recordings of others.
    case unanswered
    /// Nobody waited any more.
    case cancelled
    case failed(WireError)
  }

  /// When the request was sent, by the clock of who recorded it.
  package var started: Instant
  /// In microseconds from the start; zero where the recording does not say.
  package var timings: Timings
  /// As it was asked, clean of secrets.
  package var request: RecordedRequest
  /// Nil when none came. Of a stream, its head, and what it said so far as its body.
  package var reply: RecordedReply?
  /// Why there is no more of it.
  package var ending: Ending
  /// For each part of a stream, in order, when it came: microseconds after the start.
  package var eventTimes: [Int]?
  /// What its maker says about it.
  package var comment: String?
  /// Which run of the program made it, where several wrote into one file.
  package var run: String?

  /// An exchange that ended whole, unless told otherwise; with `eventTimes` it is a stream.
  package init(
    started: Instant, timings: Timings = Timings(), request: RecordedRequest,
    reply: RecordedReply?, ending: Ending = .whole, eventTimes: [Int]? = nil,
    comment: String? = nil
  ) {
    self.started = started
    self.timings = timings
    self.request = request
    self.reply = reply
    self.ending = ending
    self.eventTimes = eventTimes
    self.comment = comment
  }

  /// Whether it is an event stream that was opened.
  package var isStream: Bool { eventTimes != nil }

  /// When the last of it came.
  package var ended: Instant {
    let last = max(timings.total, eventTimes?.last ?? 0)
    return Instant(microseconds: started.microseconds + last)
  }

  /// What a stream said, part by part.
  package var parts: [StreamPart] {
    var parser = ServerSentEventParser()
    return (try? parser.feed(reply?.body.bytes ?? [])) ?? []
  }
}
