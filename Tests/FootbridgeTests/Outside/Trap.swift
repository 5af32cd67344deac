/// Kills a program at the very moment when a cloud has changed, before the cloud's reply goes out:
/// the program has acted, and cannot know it.
actor Trap {
  private var child: ChildProcess?
  private var changesLeft = 0
  private(set) var hasSprung = false

  /// - Parameter change: the which change from now on springs it.
  func set(for child: ChildProcess, at change: Int) {
    self.child = child
    changesLeft = change
    hasSprung = false
  }

  /// A cloud has changed. Returns when the program is dead, if it was the change.
  func cloudChanged() async {
    guard let child, changesLeft > 0 else { return }
    changesLeft -= 1
    guard changesLeft == 0 else { return }
    hasSprung = true
    child.signal(9)
    _ = await child.ending()
  }
}
