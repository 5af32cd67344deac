import Capabilities
import Core
import Foundation
import Guide
import Storage
import Testing
import Walkthrough

@testable import Trips

/// A setup with nobody there that its disk ends at one write, and the next start without faults.
struct CrashRun {
  let point: CrashPoint
  private let stage: Stage
  private let guide: GuideDocument

  init(_ point: CrashPoint, guide: GuideDocument) async throws {
    self.point = point
    self.guide = guide
    stage = try await Stage(.fresh, seed: UInt64(point.number))
  }

  /// What a setup writes when nothing fails.
  static func writes(of path: String) async throws -> [BadDisk.Write] {
    let stage = try await Stage(.fresh, seed: 1)
    let disk = try await BadDisk(below: stage.home)
    let log = stage.scratch.file("writes")
    let program = disk.failing(try stage.setup(path: path), log: log)
    let (said, ending) = try await PipedProgram.run(program)
    #expect(ending == .code(0), "\(said)")
    await stage.end()
    return try BadDisk.writes(in: log)
  }

  /// - Returns: false when the setup ended before it came to that write: two setups do not write
  ///   alike to the last byte.
  func run() async throws -> Bool {
    let disk = try await BadDisk(below: stage.home)
    let log = stage.scratch.file("writes")
    let program = disk.failing(
      try stage.setup(path: point.path), at: point.number, point.mode, log: log)
    let (said, ending) = try await PipedProgram.run(program)
    let reached = try BadDisk.writes(in: log).count >= point.number
    if reached { expectEnding(ending, said) }
    let kept = try events(copied: true)
    expectKept(kept, asSaidIn: said)
    try await expectGoingOn(from: kept, cut: said)
    await stage.end()
    return reached
  }

  /// Killed, or told with a page; a failure that loses nothing may be passed over.
  private func expectEnding(_ ending: ChildProcess.Ending, _ said: String) {
    guard !point.mode.kills else {
      #expect(ending == .signal(9), "\(point): \(said)")
      return
    }
    if ending == .code(0) {
      #expect(said.contains("Nothing is left to do."), "\(point): \(said)")
    } else {
      #expect(ending == .code(2), "\(point): \(said)")
      let title =
        point.mode == .full
        ? "NO SPACE LEFT FOR THE STATE DIRECTORY" : "I CANNOT WRITE TO THE STATE DIRECTORY"
      #expect(said.contains(title), "\(point): \(said)")
    }
  }

  /// What was said to be done is written down.
  private func expectKept(_ kept: [WalkEvent], asSaidIn said: String) {
    let names = Set(kept.compactMap(\.settledStep))
    for step in guide.sections.flatMap(\.steps) where said.contains("✓ \(step.title): ") {
      #expect(names.contains(step.name), "\(point): \(step.name) was said, and is lost")
    }
  }

  private func expectGoingOn(from kept: [WalkEvent], cut: String) async throws {
    let (said, ending) = try await PipedProgram.run(stage.setup(path: point.path))
    #expect(ending == .code(0), "\(point): \(cut)\n\(said)")
    #expect(said.contains("Nothing is left to do."), "\(point): \(cut)\n\(said)")
    let log = try events()
    #expect(log.starts(with: kept), "\(point): the log was changed")
    let answers = log.compactMap(\.givenAnswer)
    #expect(Set(answers).count == answers.count, "\(point): asked twice: \(answers)")
    #expect(Teardown.made(by: log).count == 1, "\(point): whose integration is it?")
    #expect(try LogStore(home: StateDirectory(path: stage.home)).integrity() == "ok", "\(point)")
    try await expectOneOfEach()
    try expectTidy()
  }

  private func expectOneOfEach() async throws {
    let state = try await stage.admin("/state").json
    #expect(state.at("particle.integrations.count").number == 1, "\(point)")
    #expect(state.at("blynk.webhooks.count").number == 1, "\(point)")
    #expect(state.at("blynk.template.datastreams.count").number == 5, "\(point)")
  }

  /// No secret where none may be, and nothing half-written left behind.
  private func expectTidy() throws {
    try stage.leaks.expectNone(inHome: stage.home)
    let names = try FileManager.default.contentsOfDirectory(atPath: stage.home)
    let usual: Set = [
      ".logbook.lock", ".secrets.lock", "demo.lock", "logbook.sqlite", "secrets.json",
    ]
    #expect(Set(names) == usual, "\(point): \(names.sorted())")
  }

  /// The log as it stands.
  /// - Parameter copied: to look without mending what the crash left.
  private func events(copied: Bool = false) throws -> [WalkEvent] {
    var home = stage.home
    if copied {
      guard FileManager.default.fileExists(atPath: home) else { return [] }
      home = stage.scratch.file("copy")
      try FileManager.default.copyItem(atPath: stage.home, toPath: home)
    }
    return try LogStore(home: StateDirectory(path: home)).events(of: "demo").map {
      try LoggedEvent.decode($0, book: home)
    }
  }
}

extension Stage {
  /// A whole setup with nobody there.
  fileprivate func setup(path: String) throws -> ProgramCall {
    try call(["setup", "demo", "--answers", answers, "--path", path] + cloudFlags)
  }
}

extension WalkEvent {
  /// The step that it settles, in the words of the program: with a tick.
  fileprivate var settledStep: StepName? {
    switch self {
    case .checkHeld(let step, _), .actDone(let step, _, _): step
    default: nil
    }
  }

  fileprivate var givenAnswer: String? {
    if case .answered(let question, let answer) = self { "\(question) = \(answer)" } else { nil }
  }
}
