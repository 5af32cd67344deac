import BlynkAPI
import Capabilities
import Core
import Foundation
import ParticleAPI
import Storage
import Synchronization

/// Puts back what a run that was cut off has changed in the clouds, before anything else is done
/// there.
///
/// Whoever has the setup's lock may do so: the run that wrote it down has ended, or is this one.
package struct Restoration {
  let clouds: LoggedClouds

  /// Between two looks at what seems to be as it was: a write of the run that was cut off may still
  /// be on its way.
  private static let looks: [Duration] = [.zero, .milliseconds(250), .milliseconds(500)]
  /// For the device to follow the switch.
  private static let follows: [Duration] = Array(repeating: .milliseconds(250), count: 8)
  /// How long a write that was given up may take to arrive after all.
  private static let lateSeconds: TimeInterval = 60
  /// What could not be put back is said once a run.
  private static let told = Mutex<Set<Int64>>([])

  private var progress: any ProgressReporter { clouds.requestContext.progress }

  /// Tries all of it, the newest first. What cannot be done now is said, and stays for the next
  /// start.
  func run() async throws {
    guard !clouds.requestContext.isReplayed else { return }
    let open = try clouds.book.restores(of: clouds.setup)
    guard !open.isEmpty else { return }
    let lock = try await clouds.takeDevice()
    defer { withExtendedLifetime(lock) {} }
    for stored in open {
      guard let logged = LoggedRestore(json: stored.json) else { continue }
      do {
        try await putBack(logged, stored)
        try clouds.book.dropRestore(stored.id)
      } catch let error as any Explained where !(error is LogbookError) {
        try fail(error.problem, logged, stored)
      }
    }
  }

  /// What is still to be put back, in words; empty for what a later version wrote.
  package static func outstanding(of setup: String, in book: LogStore) throws -> [Phrase] {
    try book.restores(of: setup).compactMap { LoggedRestore(json: $0.json) }.map { words($0.note) }
  }

  private func putBack(_ logged: LoggedRestore, _ stored: StoredRestore) async throws {
    let age = clouds.requestContext.now().timeIntervalSince(stored.at)
    if logged.note.isRestored, !(0...Restoration.lateSeconds).contains(age) { return }
    let addresses = RestoreAddresses(logged, clouds)
    var done: [Phrase] = []
    if !logged.note.values.isEmpty {
      let (restored, refused) = try await putBackValues(logged, addresses)
      done += restored
      if let refused { progress.warn(refused) }
    }
    if let call = logged.note.call, let cloud = addresses.particle {
      if try await isToFollow(call, addresses),
        try await putBackDevice(call, cloud, logged, isMoved: !done.isEmpty)
      {
        done.append("\(call.function)(\(call.was))")
      }
    }
    guard !done.isEmpty else { return }
    progress.report("Put back what a run left that was cut off: \(Wording.list(done, "and")).")
  }

  private func putBackValues(
    _ logged: LoggedRestore, _ addresses: RestoreAddresses
  ) async throws -> (restored: [Phrase], refused: Phrase?) {
    let blynk = try await addresses.blynk()
    var outcome = PinRestorer.Outcome()
    for pause in Restoration.looks {
      if pause > .zero { try await clouds.requestContext.clock.sleep(for: pause) }
      let now = try await PinRestorer(blynk).restore(logged.note.values)
      outcome.restored += now.restored.filter { !outcome.restored.contains($0) }
      outcome.refused = now.refused
    }
    let refused = outcome.refused.map { Restoration.words($0) }
    return (
      outcome.restored.sorted { $0.pin < $1.pin }.map { Restoration.words($0) },
      refused.isEmpty
        ? nil : "Blynk does not take back what was there before: \(Wording.list(refused, "and"))."
    )
  }

  /// Whether the switch still stands where the device is to follow it to.
  private func isToFollow(_ call: RestoreNote.Call, _ addresses: RestoreAddresses) async throws
    -> Bool
  {
    guard let pin = call.follows else { return true }
    return try await addresses.blynk().value(pin)?.integer == call.was
  }

  /// The sketch's variable tells what the device was called with last. A device that follows the
  /// switch needs no call of ours; one that we called ourselves does.
  private func putBackDevice(
    _ call: RestoreNote.Call, _ cloud: ParticleCloud, _ logged: LoggedRestore, isMoved: Bool
  ) async throws -> Bool {
    guard let device = logged.deviceID else { return false }
    for pause in call.isOurs || !isMoved ? [] : Restoration.follows {
      guard try await stands(call, cloud, device) == true else { return false }
      try await clouds.requestContext.clock.sleep(for: pause)
    }
    guard try await stands(call, cloud, device) ?? call.isOurs else { return false }
    let (argument, function) = ("\(call.was)", call.function)
    try await UncancellableWrite.run {
      _ = try await cloud.call(function, on: device, with: argument)
    }
    return true
  }

  /// Whether the device was last called with what the run called it with; nil when its sketch does
  /// not tell.
  private func stands(
    _ call: RestoreNote.Call, _ cloud: ParticleCloud, _ device: String
  ) async throws -> Bool? {
    do {
      let last = try await cloud.variable(Bindings.argumentVariable, of: device).shown
      let words = ["on": Int64(1), "off": 0]
      guard let value = Int64(last) ?? words[last] else { return false }
      return call.called.contains(value) && value != call.was
    } catch ParticleError.variableMissing {
      return nil
    } catch ParticleError.functionMissing {
      return false
    }
  }

  private func fail(
    _ problem: Problem, _ logged: LoggedRestore, _ stored: StoredRestore
  ) throws {
    let isOthers =
      logged.tokens != clouds.tokens.versions || logged.deviceID != clouds.bindings.deviceID
    if problem.outcome == .finding, isOthers {
      // Of a device that this setup was once about, and that is gone.
      return try clouds.book.dropRestore(stored.id)
    }
    guard Restoration.told.withLock({ $0.insert(stored.id).inserted }) else { return }
    progress.warn(
      "Still to be put back, as a run was cut off: \(Restoration.words(logged.note)). "
        + "I could not do it now: \(problem.title). The next command tries again.")
  }

  private static func words(_ note: RestoreNote) -> Phrase {
    let values = note.values.map { words($0) }
    return Wording.list(
      values.isEmpty ? note.call.map { ["\($0.function)(\($0.was))"] } ?? [] : values, "and")
  }

  private static func words(_ value: RestoreNote.Value) -> Phrase {
    "\(value.pin) = \(value.was.text)"
  }
}
