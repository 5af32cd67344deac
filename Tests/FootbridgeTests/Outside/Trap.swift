/// Kills a program at the very moment when a cloud has changed, before the cloud's reply goes out:
/// the program has acted, and cannot know it.
actor Trap {
  private var child: ChildProcess?
  private var aiming: CheckedContinuation<Void, Never>?
  private var changesLeft = 0

  /// - Parameter change: the which change from now on springs it.
  func set(at change: Int) { changesLeft = change }

  func aim(at child: ChildProcess) {
    self.child = child
    aiming?.resume()
    aiming = nil
  }

  /// A cloud has changed. Returns when the program is dead, if it was the change.
  func cloudChanged() async {
    guard changesLeft > 0 else { return }
    changesLeft -= 1
    guard changesLeft == 0 else { return }
    if child == nil { await withCheckedContinuation { aiming = $0 } }
    child?.signal(9)
    _ = await child?.ending()
  }
}
