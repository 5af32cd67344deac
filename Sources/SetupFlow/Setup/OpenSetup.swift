import Core
import Foundation
import Guide
import Storage
import Trips
import Walkthrough

/// A setup while it is walked: its log, its secrets, and the state that follows from them.
///
/// The order is always the same: write it down, then change the state, then act.
package final class OpenSetup {
  /// What the setup is called.
  package let name: String
  let home: StateDirectory
  let walk: Walk
  /// The home's logbook.
  package let book: LogStore
  /// What the log comes to.
  package private(set) var state: WalkState
  private(set) var secrets: [String: Secret]
  /// What the guide has got since this setup was last walked, on the person's path.
  let added: [Step]
  /// Settled steps that the guide has parted into several since then.
  let parted: [StepName]
  private let secretsFile: SecretsFile
  private let now: @Sendable () -> Date
  /// Held as long as the setup is open; nil when it is only read.
  private let lock: SetupLock?
  /// Whether a recording answers in place of the clouds.
  let isReplayed: Bool

  /// Whether it was walked on practice clouds of the program itself, whatever was answered there.
  var isPractice: Bool { secrets[PracticeSession.worldName] != nil }

  /// Opens a setup, or begins it.
  /// - Parameters:
  ///   - lock: held by this process; without one the setup is only read, and nothing begun.
  ///   - book: the home's, if it is open already.
  ///   - isReplayed: what is written down then proves nothing to who asks the clouds.
  init(
    name: String, guide: GuideDocument, home: StateDirectory, lock: SetupLock?,
    book: LogStore? = nil,
    isReplayed: Bool = false,
    now: @escaping @Sendable () -> Date
  ) throws {
    self.name = name
    self.home = home
    walk = Walk(guide: guide)
    self.book = try book ?? LogStore(home: home)
    self.lock = lock
    secretsFile = SecretsFile(home: home)
    self.now = now
    secrets = try secretsFile.secrets(of: name)
    self.isReplayed = isReplayed
    state = walk.fold(try self.book.walk(of: name, inReplay: isReplayed).map(\.event))
    added = walk.added(since: state)
    parted = walk.parted(since: state)
    guard lock != nil else {
      // As the next walk will meet it; nothing is written.
      if isBegun { state = walk.step(state, .guideChanged(steps: walk.stepNames)).0 }
      for question in foundSecrets { state = walk.step(state, .found(question: question)).0 }
      return
    }
    if state == WalkState() { try record(.began(guide: guide.id)) }
    if state.known != Set(walk.stepNames) { try record(.guideChanged(steps: walk.stepNames)) }
    for question in foundSecrets { try record(.found(question: question)) }
  }

  /// What is missing is asked for again from now on.
  func admitLoss() throws {
    for question in missingSecrets { try record(.lost(question: question)) }
  }

  /// Whether anything of this setup was ever written down.
  var isBegun: Bool { state != WalkState() }

  /// What is to be done now.
  var commands: [WalkCommand] { walk.commands(in: state) }

  /// Writes down what happened; when this returns it is durable.
  func record(_ event: WalkEvent) throws {
    try book.append(try LoggedEvent.encode(event, inReplay: isReplayed), to: name, at: now())
    state = walk.step(state, event).0
  }

  /// Keeps an answer that was given: a secret in its file first, then the event.
  func keep(_ answer: Answer, for question: String) throws {
    try record(.answered(question: question, answer: kept(answer, for: question)))
  }

  /// Keeps an answer that was found out.
  func learn(_ answer: Answer, for question: String) throws {
    try record(.learned(question: question, answer: kept(answer, for: question)))
  }

  private func kept(_ answer: Answer, for question: String) throws -> GivenAnswer {
    switch answer {
    case .plain(let text): .plain(text)
    case .secret(let secret): .secret(change: try version(of: secret, for: question))
    }
  }

  /// Keeps a secret beside the ones given before, as an undo may bring one of them back. Those that
  /// are missing keep their numbers: their file may come back.
  /// - Returns: its number among them.
  private func version(of secret: Secret, for question: String) throws -> Int {
    var (version, last) = (1, 0)
    if case .secret(let given)? = state.given[question] ?? state.lost[question]?.answer {
      last = given
    }
    var kept = secrets[SecretsFile.key(question, version: version)]
    while version <= last || kept != nil {
      if kept == secret { return version }
      version += 1
      kept = secrets[SecretsFile.key(question, version: version)]
    }
    try secretsFile.keep(secret, version: version, for: name)
    secrets[SecretsFile.key(question, version: version)] = secret
    return version
  }

  /// The answer to a question as it stands.
  func answer(to question: String) -> Answer? { read(state.answers[question], of: question) }

  /// The answer that somebody gave, whatever was found out since.
  func given(for question: String) -> Answer? {
    read(state.given[question] ?? state.answers[question], of: question)
  }

  private func read(_ answer: GivenAnswer?, of question: String) -> Answer? {
    switch answer {
    case .plain(let text): .plain(text)
    case .secret(let version):
      secrets[SecretsFile.key(question, version: version)].map(Answer.secret)
    case nil: nil
    }
  }

  /// Questions whose secret was given and is not in its file any more; the first one last, so that
  /// the walk goes back to it.
  var missingSecrets: [String] {
    walk.guide.questions.map(\.name).reversed().filter {
      state.answers[$0] != nil && answer(to: $0) == nil
    }
  }

  /// Questions whose secret was missing and is in its file again.
  private var foundSecrets: [String] {
    walk.guide.questions.map(\.name).filter { read(state.lost[$0]?.answer, of: $0) != nil }
  }

  /// Under which the answer to a question stands in the secrets file.
  func secretKey(of question: String) -> String {
    guard case .secret(let version)? = state.answers[question] else { return question }
    return SecretsFile.key(question, version: version)
  }

  /// The file that holds the secrets.
  var secretsPath: String { secretsFile.path }

  /// Known secrets become their names in text from outside.
  var scrubber: Scrubber { Scrubber(Array(secrets.values)) }
}
