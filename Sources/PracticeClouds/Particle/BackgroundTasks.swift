/// What goes on beside the replies: hooks and reboots under way, by number.
struct BackgroundTasks {
  private var tasks: [Int: Task<Void, Never>] = [:]
  private var started = 0

  /// Any one of them; nil when there is none.
  var first: Task<Void, Never>? { tasks.first?.value }

  subscript(_ number: Int) -> Task<Void, Never>? { tasks[number] }

  /// The number of the next one.
  mutating func makeNumber() -> Int {
    started += 1
    return started
  }

  mutating func add(_ task: Task<Void, Never>, _ number: Int) { tasks[number] = task }

  mutating func remove(_ number: Int) { tasks[number] = nil }

  func cancel() {
    for task in tasks.values { task.cancel() }
  }
}
