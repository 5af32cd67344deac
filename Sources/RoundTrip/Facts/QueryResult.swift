/// A question and what became of it.
enum QueryResult<Value: Sendable>: Sendable {
  case notAsked
  case said(Value)
  case failed(Obstacle)

  var value: Value? { if case .said(let value) = self { value } else { nil } }
  var obstacle: Obstacle? { if case .failed(let obstacle) = self { obstacle } else { nil } }
  var isAsked: Bool { if case .notAsked = self { false } else { true } }
}

extension QueryResult: Equatable where Value: Equatable {}
