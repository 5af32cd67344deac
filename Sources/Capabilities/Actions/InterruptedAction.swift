import Walkthrough

/// An act may have been cut off when the cloud had done it and it was not written down yet.
struct InterruptedAction {
  private let events: [WalkEvent]

  init(_ clouds: Clouds) throws { events = try clouds.events() }

  /// Whether the last look, before the act began, found nothing of the kind: what is there now was
  /// made by the act itself.
  func began(after code: String) -> Bool {
    for event in events.reversed() {
      switch event {
      case .checkFailed(_, let found): return found == code
      case .checkHeld, .actDone: return false
      default: continue
      }
    }
    return false
  }
}
