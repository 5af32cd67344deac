/// Many things done at once, but not all of them.
package enum Crowd {
  /// Does something with each item, so many at a time; the results are in the items' order.
  package static func each<Item: Sendable, Result: Sendable>(
    _ items: [Item], atOnce limit: Int, _ act: @escaping @Sendable (Item) async throws -> Result
  ) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var results: [Int: Result] = [:]
      for (index, item) in items.enumerated() {
        if index >= limit, let (place, result) = try await group.next() { results[place] = result }
        group.addTask { (index, try await act(item)) }
      }
      for try await (place, result) in group { results[place] = result }
      return items.indices.compactMap { results[$0] }
    }
  }
}
