/// Setups of one device take turns: two trips at once would turn each other's switch and take each
/// other's events for their own, and the small writes of a check would be read by another.
struct DeviceQueue: Sendable {
  private let desk = Desk()

  /// Does something with a device when it is free.
  func within<Result>(
    _ device: String, isolation: isolated (any Actor)? = #isolation,
    _ act: () async throws -> Result
  ) async rethrows -> Result {
    await desk.enter(device)
    do {
      let result = try await act()
      await desk.leave(device)
      return result
    } catch {
      await desk.leave(device)
      throw error
    }
  }

  private actor Desk {
    /// Who waits, by device; a device that is here is taken.
    private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

    func enter(_ device: String) async {
      guard waiting[device] != nil else { return waiting[device] = [] }
      await withCheckedContinuation { waiting[device]?.append($0) }
    }

    func leave(_ device: String) {
      guard var others = waiting[device], !others.isEmpty else { return waiting[device] = nil }
      let next = others.removeFirst()
      waiting[device] = others
      next.resume()
    }
  }
}
