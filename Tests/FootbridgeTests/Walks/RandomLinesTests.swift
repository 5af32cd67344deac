import Capabilities
import Core
import Foundation
import Guide
import Storage
import Synchronization
import Terminal
import TestSupport
import Testing
import Walkthrough

@testable import SetupFlow
@testable import Trips

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
  /// How many words lead out of the program, wherever one stands.
  static let wordsOut = 3

  @Test("whatever is typed, the walk goes on, its log gives its state, and every step can be left")
  func lines() async throws {
    let guide = try GuideDocument.load(
      from: GuideFolder.find(explicit: nil, executable: BuiltProgram.path(), environment: [:]))
    let stops = try await Crowd.each(Array(0..<UInt64(RandomLinesTests.walks)), atOnce: 8) {
      try await walk(guide, $0)
    }
    #expect(Set(stops.joined()).count > 10)
  }

  /// - Returns: the steps that were stood at.
  private func walk(_ guide: GuideDocument, _ seed: UInt64) async throws -> [StepName] {
    var chance = Seeded(seed: seed)
    let home = StateDirectory(
      path: "\(RandomLinesTests.folder)/footbridge-lines-\(getpid())-\(seed)")
    defer { try? FileManager.default.removeItem(atPath: home.path) }
    try home.prepare()
    let setup = try open(home, guide)
    let tokens = PeoplesTokens(&chance)
    let lines = (0..<chance.below(40)).flatMap { _ in
      // What is pasted with line ends in it are several lines.
      PeoplesLines.line(&chance, guide, tokens).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
    }
    let typed = try await type(lines, setup, seed)
    let told = "seed \(seed): \(lines)"
    #expect(typed.ending == .left || setup.state.step == nil, "\(told)")
    #expect(typed.wordsOut <= RandomLinesTests.wordsOut, "no way out, \(told)")
    let stored = try setup.book.events(of: "demo")
    let events = try stored.map { try LoggedEvent.decode($0, book: setup.book.file) }
    #expect(setup.walk.fold(events) == setup.state, "\(told)")
    let stops = events.reduce(into: [WalkState()]) { states, event in
      states.append(setup.walk.step(states[states.count - 1], event).0)
    }.compactMap(\.step)
    for token in tokens.hidden {
      let isShown = typed.said.contains(token) || stored.contains { $0.json.contains(token) }
      #expect(!isShown, "\(token) is shown, \(told)")
    }
    expectNoWord(in: events, setup, lines, told)
    if let step = setup.state.step {
      _ = try await type([":skip enough"], setup, seed)
      #expect(setup.state.step != step, "\(told)")
    }
    return stops
  }

  /// No word of a command, no yes and no no is an answer, unless it was asked whether it is one.
  private func expectNoWord(
    in events: [WalkEvent], _ setup: OpenSetup, _ lines: [String], _ told: String
  ) {
    let mayAgree = lines.contains { YesNoWords.yes.contains(YesNoWords.word($0.trimmed)) }
    let mayMeanIt = lines.contains { line in
      let word = line.trimmed.lowercased()
      return !word.isEmpty && ["answer", "antwort"].contains { $0.hasPrefix(word) }
    }
    for case .answered(let question, .plain(let text)) in events {
      if !mayMeanIt, case .command = TypedLine(text, shape: nil) {
        Issue.record("the command \(text) answers \(question), \(told)")
      }
      let isSpoken = YesNoWords.isOnlyConsent(text)
      #expect(!isSpoken || mayAgree, "\(text) answers \(question), \(told)")
    }
    for secret in setup.secrets.values {
      let text = secret.open()
      let isWord = YesNoWords.isOnlyConsent(text) || WizardWord(typed: text.lowercased()) != nil
      #expect(!isWord, "\(text) is a secret, \(told)")
    }
  }

  private func open(_ home: StateDirectory, _ guide: GuideDocument) throws -> OpenSetup {
    try OpenSetup(
      name: "demo", guide: guide, home: home, lock: SetupLock(setup: "demo", home: home)
    ) { Date(timeIntervalSince1970: 0) }
  }

  /// What came of typing: how the lap ended, what was said, and how many words it took to leave once
  /// the lines were over.
  private struct Typed {
    let ending: WalkSession.Ending
    let said: String
    let wordsOut: Int
  }

  private func type(
    _ lines: [String], _ setup: OpenSetup, _ seed: UInt64
  ) async throws -> Typed {
    let said = Mutex("")
    let terminal = TerminalOutput(
      output: OutputSink { text in
        said.withLock { $0 += text }
        return nil
      }, error: OutputSink { _ in nil }, clock: ContinuousClock()
    ) { _ in TerminalTraits(interactive: true) }
    let requestContext = RequestContext(
      environment: [:], particleURL: nil, blynkURL: nil, timeout: .seconds(1),
      transport: WhimsicalClouds(seed: seed).transport, progress: terminal,
      now: { Date(timeIntervalSince1970: 0) }, clock: ContinuousClock(), webhookCallsPerMinute: 0)
    let keyboard = try LineByLine(lines, then: Array(repeating: "quit", count: 9))
    let reader = LineReader(input: keyboard.descriptor) {
      keyboard.next()
      return TerminalTraits(interactive: true)
    }
    let prompter = TerminalPrompter(terminal: terminal, reader: reader)
    prompter.staysAtEnd = true
    let session = WalkSession(
      setup: setup,
      capabilities: SetupCapabilities(requestContext: requestContext, terminal: terminal),
      prompter: prompter)
    let ending = try await session.run()
    return Typed(ending: ending, said: said.withLock { $0 }, wordsOut: keyboard.wordsOut)
  }

  /// In memory where there is such a place.
  private static let folder =
    FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
}
