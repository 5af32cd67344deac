import Console
import Foundation
import Ground
import Guidebook
import Journey
import Logbook
import Testing
import Yardstick

@testable import Footbridge

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Somebody types whatever comes to mind, and the clouds answer likewise. `make storm` has 10,000 of
/// them.
@Suite("Random lines in the wizard")
struct RandomLinesTests {
  static let walks =
    ProcessInfo.processInfo.environment["FOOTBRIDGE_STORM"] == "all" ? 10_000 : 60

  @Test("whatever is typed, the walk goes on, its log gives its state, and every step can be left")
  func lines() async throws {
    let guide = try Guide.load(
      from: GuideFolder.find(explicit: nil, executable: BuiltProgram.path(), environment: [:]))
    var steps: Set<StepName> = []
    for seed in 0..<UInt64(RandomLinesTests.walks) {
      steps.formUnion(try await walk(guide, seed))
    }
    #expect(steps.count > 10)
  }

  /// - Returns: the steps that were stood at.
  private func walk(_ guide: Guide, _ seed: UInt64) async throws -> [StepName] {
    var chance = Seeded(seed: seed)
    let home = Home(path: "\(RandomLinesTests.folder)/footbridge-lines-\(getpid())-\(seed)")
    defer { try? FileManager.default.removeItem(atPath: home.path) }
    try home.prepare()
    let setup = try open(home, guide)
    let lines = (0..<chance.below(30)).map { _ in RandomLinesTests.line(&chance, guide) }
    let typed = try await type(lines, setup, home, seed)
    #expect(typed == .left || setup.state.step == nil, "seed \(seed)")
    let events = try setup.book.events(of: "demo").map {
      try LoggedEvent.decode($0, book: setup.book.file)
    }
    #expect(setup.walk.fold(events) == setup.state, "seed \(seed): \(lines)")
    let stops = events.reduce(into: [WalkState()]) { states, event in
      states.append(setup.walk.step(states[states.count - 1], event).0)
    }.compactMap(\.step)
    if let step = setup.state.step {
      _ = try await type([":skip enough"], setup, home, seed)
      #expect(setup.state.step != step, "seed \(seed): \(lines)")
    }
    return stops
  }

  private func open(_ home: Home, _ guide: Guide) throws -> OpenSetup {
    try OpenSetup(
      name: "demo", guide: guide, home: home, lock: SetupLock(setup: "demo", home: home)
    ) { Date(timeIntervalSince1970: 0) }
  }

  private func type(
    _ lines: [String], _ setup: OpenSetup, _ home: Home, _ seed: UInt64
  ) async throws -> Lap.Ending {
    let terminal = Terminal(
      output: Sink { _ in nil }, error: Sink { _ in nil }, clock: ContinuousClock()
    ) { _ in TerminalTraits(interactive: true) }
    let surroundings = Surroundings(
      home: home, environment: [:], particleURL: nil, blynkURL: nil, guides: nil,
      timeout: .seconds(1), transport: WhimsicalClouds(seed: seed).transport, terminal: terminal,
      now: { Date(timeIntervalSince1970: 0) }, clock: ContinuousClock(), webhookCallsPerMinute: 0)
    let keyboard = try Keyboard(lines)
    let reader = LineReader(input: keyboard.descriptor) { TerminalTraits(interactive: true) }
    let lap = Lap(
      setup: setup, works: Works(surroundings: surroundings, console: nil),
      companion: Person(terminal: terminal, reader: reader))
    return try await lap.run()
  }

  /// What was typed, to its end.
  private final class Keyboard {
    let descriptor: Int32

    init(_ lines: [String]) throws {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw ChildProcess.Failure("make a pipe", errno) }
      // All of it fits into a pipe.
      let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
      _ = write(ends[1], bytes, bytes.count)
      close(ends[1])
      descriptor = ends[0]
    }

    deinit { close(descriptor) }
  }

  /// Half of them are answers that would do.
  private static func line(_ chance: inout Seeded, _ guide: Guide) -> String {
    let steps = guide.sections.flatMap(\.steps).map(\.name)
    let step = steps[chance.below(steps.count)]
    let question = guide.questions[chance.below(guide.questions.count)].name
    // `test` and `doctor` only look, and `test` takes its time.
    let words = ["next", "back", "check", "do", "hint", "show", "where", "log", "help", "undo"]
    let lines = [
      "", "", "", "yes", "no", "blueprint", "manual", "0123456789abcdef01234567",
      "0123456789abcdef0123456789abcdef01234567", "abcdefghijklmnopqrstuvwxyz012345",
      "TMPL0123456789", "ny3", "http://127.0.0.1:1", ":redo", ":undo", ":skip it is late",
      ":goto \(step)", ":goto \(step.section)", ":goto nowhere", ":set \(question)",
      ":\(words[chance.below(words.count)])", chance.text(chance.below(50), of: "ab :\t'\"{}ü€0"),
    ]
    return lines[chance.below(lines.count)]
  }

  /// In memory where there is such a place.
  private static let folder =
    FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
}
