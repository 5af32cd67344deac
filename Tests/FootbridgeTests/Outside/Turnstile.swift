import Foundation

/// Lets in so many at a time; the others wait for their turn, in order.
actor Turnstile {
  /// For stages: each runs programs, and other rooms' tests share the machine.
  static let stages = Turnstile(places: max(2, ProcessInfo.processInfo.activeProcessorCount * 4))

  private var places: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { self.places = places }

  func enter() async {
    if places > 0 {
      places -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
  }
}
