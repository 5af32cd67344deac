/// Hands on the state of the practice clouds after each change, one at a time and in order, so that
/// an older state can never follow a newer one.
actor SnapshotWriter {
  private let deliver: (@Sendable ([UInt8]) async -> Void)?
  private var collect: (@Sendable () async -> [UInt8])?
  private var latest: Task<Void, Never>?

  init(deliver: (@Sendable ([UInt8]) async -> Void)?) { self.deliver = deliver }

  /// From now on changes are handed on. Those made while the clouds start are not.
  func begin(_ collect: @escaping @Sendable () async -> [UInt8]) { self.collect = collect }

  /// Returns when a state that holds the change has been handed on.
  func changed() async {
    guard let deliver, let collect else { return }
    let before = latest
    let delivery = Task {
      await before?.value
      await deliver(await collect())
    }
    latest = delivery
    await delivery.value
  }
}
