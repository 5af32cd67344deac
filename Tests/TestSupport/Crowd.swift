/// Many things done at once, but not all of them.
package enum Crowd {
  /// What was done with an item has no result, which is a fault of this very type.
  package struct Missing: Error {
    let index: Int
  }

  /// Does something with each item, so many at a time; the results are in the items' order.
  package static func each<Item: Sendable, Result: Sendable>(
    _ items: [Item], atOnce limit: Int, _ act: @escaping @Sendable (Item) async throws -> Result
  ) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var results: [Int: Result] = [:]
      for (index, item) in items.enumerated() {
        if index >= limit, let (place, result) = try await group.next() { results[place] = result }
        group.addTask {
          let result = try await act(item)
          return (index, result)
        }
      }
      for try await (place, result) in group { results[place] = result }
      return try items.indices.map { index in
        guard let result = results[index] else { throw Missing(index: index) }
        return result
      }
    }
  }
}
