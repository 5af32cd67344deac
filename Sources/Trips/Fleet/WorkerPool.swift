/// Many setups worked on at once, but not all of them.
package enum WorkerPool {
  /// Begins with one name after the other, so many at a time, until all are done or the task is
  /// cancelled; then those under way are ended as they should be.
  ///
  /// - Parameter hear: told of each result as it comes.
  package static func work<Result: Sendable>(
    on names: [String], atOnce: Int, _ act: @escaping @Sendable (String) async -> Result?,
    hear: (Result) -> Void
  ) async {
    await withTaskGroup(of: Result?.self) { group in
      for (index, name) in names.enumerated() {
        if Task.isCancelled { break }
        if index >= atOnce, let result = await group.next(), let result { hear(result) }
        group.addTask { await act(name) }
      }
      for await result in group { if let result { hear(result) } }
    }
  }
}
