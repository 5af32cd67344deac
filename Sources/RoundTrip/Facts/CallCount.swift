/// The sketch's own account of its function: how often it was called, and with what last.
struct CallCount: Sendable, Equatable {
  var calls: String
  var argument: String?
}
