import HTTP

extension Reply {
  /// The body as a value; `unexpectedReply` when it has another shape.
  func decoded<Value: Decodable>() throws -> Value {
    do {
      return try json()
    } catch {
      throw ParticleError.unexpectedReply(witness)
    }
  }
}
