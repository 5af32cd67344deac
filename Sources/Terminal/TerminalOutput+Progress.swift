import Core

extension TerminalOutput {
  /// How long work takes before anything is shown of it.
  package static let progressDelay: Duration = .milliseconds(500)
  /// How often the line on a terminal is drawn anew.
  package static let progressPace: Duration = .seconds(1)
  /// How long work takes before plain output gets a line of it, and again between lines.
  package static let plainProgressPace: Duration = .seconds(10)

  /// Does the work, and shows the text while it lasts longer than half a second: on a terminal as
  /// one line that is taken away at the end, in plain output as a line now and then. Where progress
  /// is off, what is shown does not depend on how long the work takes.
  ///
  /// Work within work: only what the innermost does is shown.
  ///
  /// - Parameter limit: how long the work takes, where it is known: then the time that is left is
  ///   counted down.
  package func progress<Value>(
    _ text: Phrase, countingDown limit: Duration? = nil,
    isolation: isolated (any Actor)? = #isolation,
    _ work: (Progress) async throws -> Value
  ) async rethrows -> Value {
    let progress = Progress(text)
    guard traits.showsProgress else { return try await work(progress) }
    begin(progress)
    let showing = Task { await self.follow(progress, limit, clock: self.clock) }
    do {
      let value = try await work(progress)
      await end(progress, showing)
      return value
    } catch {
      await end(progress, showing)
      throw error
    }
  }

  private func end(_ progress: Progress, _ showing: Task<Void, Never>) async {
    showing.cancel()
    await showing.value
    end(progress)
    redrawProgress(nil)
  }

  private func follow<C: Clock>(_ progress: Progress, _ limit: Duration?, clock: C) async
  where C.Duration == Duration {
    let start = clock.now
    var pace = traits.plain ? TerminalOutput.plainProgressPace : TerminalOutput.progressDelay
    while (try? await clock.sleep(for: pace)) != nil {
      pace = traits.plain ? TerminalOutput.plainProgressPace : TerminalOutput.progressPace
      guard isInnermost(progress) else { continue }
      let elapsed = start.duration(to: clock.now)
      tick(progress.now, elapsed: limit.map { max(.zero, $0 - elapsed) } ?? elapsed)
    }
  }

  private func tick(_ text: Phrase, elapsed: Duration) {
    let page = PageRenderer(traits: traits)
    let seconds = elapsed.components.seconds
    let line = page.progress(text, seconds: seconds)
    if traits.plain { say(Phrase(verbatim: line)) } else { redrawProgress(line) }
  }
}

extension PageRenderer {
  /// One line that never reaches the last column, so that it can be taken away again.
  func progress(_ text: Phrase, seconds: Int64) -> String {
    let time = seconds > 0 ? "\(sign("…")) \(seconds) s" : sign("…")
    let room = min(measure, traits.width - 1) - time.displayWidth
    return fit(told(text)).replacing("\n", with: "").prefix(columns: room) + time
  }
}
