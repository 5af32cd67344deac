import Core
import RoundTrip
import Synchronization
import Terminal

/// The live page of `test --watch`: what was, what is, and when the next trip begins.
package final class WatchPage: Sendable {
  private struct State {
    var series: TripSeries
    var doing: Phrase = "The first trip begins"
    var news = TripMessages()
    var next: ContinuousClock.Instant?
    var isOver = false
  }

  private let terminal: TerminalOutput
  private let clock: ContinuousClock
  private let state: Mutex<State>
  private let ticking = Mutex<Task<Void, Never>?>(nil)

  /// How often it is drawn anew while nothing happens.
  private static let pace = Duration.seconds(1)
  /// So many trips stand in the row of bars.
  private static let bars = 60

  /// Drawn at once, and every second until its `end`.
  package init(setup: String, limits: TripLimits, terminal: TerminalOutput, clock: ContinuousClock)
  {
    self.terminal = terminal
    self.clock = clock
    state = Mutex(State(series: TripSeries(setup: setup, limits: limits)))
    ticking.withLock { task in
      task = Task {
        repeat { draw() } while (try? await clock.sleep(for: WatchPage.pace)) != nil
      }
    }
  }

  /// Takes in what happened, and draws it.
  package func hear(_ news: SeriesMessages) {
    state.withLock { state in
      switch news {
      case .resting(let rest): state.next = clock.now + rest
      case .underWay(let progress):
        state.next = nil
        state.doing = state.news.words(progress)
      case .made(let series): state.series = series
      }
    }
    draw()
  }

  /// Takes it away.
  package func end() {
    ticking.withLock { $0?.cancel() }
    state.withLock { $0.isOver = true }
    terminal.live([])
  }

  private func draw() {
    // Within the lock, so that no older page is drawn over a newer one.
    state.withLock { state in
      if !state.isOver { terminal.live(WatchPage.parts(state, now: clock.now, terminal.traits)) }
    }
  }

  private static func parts(
    _ state: State, now: ContinuousClock.Instant, _ traits: TerminalTraits
  ) -> [TerminalOutput.LivePart] {
    let seconds = state.next.map { max(0, ($0 - now).components.seconds) }
    let doing: Phrase = seconds.map { "The next trip begins in \($0) s." } ?? "\(state.doing)…"
    let series = state.series
    guard let last = series.trips.last else {
      return [.line("Watching \(series.setup). Ctrl-C ends it.", .bold), .line(doing)]
    }
    let marks = TripBars(series.trips.suffix(bars)).line
    return [
      .line("Watching \(series.setup). Ctrl-C ends it.", .bold),
      .line(SeriesPage.sum(series)), .pause,
      .line("    \(marks.text(unicode: traits.unicode))"), .pause,
      .line("The last one \(SeriesPage.ending(last)).", last.verdict == .pass ? .good : .bad),
      .line(doing), .pause, .table(LatencyTable(series: series).view),
    ]
  }
}
