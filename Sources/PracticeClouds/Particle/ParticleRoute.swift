import HTTPTestServer

/// Which requests a handler's method answers.
struct ParticleRoute: Sendable {
  /// What a request has to bring along. With the wrong thing, another route may be meant.
  enum Access: Sendable {
    /// Nothing.
    case open
    /// The account owner's name and password, as HTTP Basic carries them.
    case owner
    /// Neither those nor a token.
    case anonymous
    /// A token, which is looked at before anything else is.
    case token
  }

  /// Runs on the store: between its waits, what it looks at stays as it is.
  typealias Handler =
    @Sendable (ParticleRoutedRequest, isolated ParticleStore) async throws(ParticleRefusal)
    -> PracticeReply

  /// Nil is any.
  private let method: String?
  private let pattern: ParticlePathPattern
  let access: Access
  let handler: Handler

  init(
    _ method: String?, _ pattern: String, access: Access = .token, _ handler: @escaping Handler
  ) {
    self.method = method
    self.pattern = ParticlePathPattern(pattern)
    self.access = access
    self.handler = handler
  }

  /// What stands in the path where the pattern leaves it open; nil when another route is meant.
  func match(_ request: PracticeRequest) -> ParticlePathMatch? {
    guard method == nil || method == request.method else { return nil }
    guard let match = pattern.match(request.segments), takes(request) else { return nil }
    return match
  }

  private func takes(_ request: PracticeRequest) -> Bool {
    switch access {
    case .open, .token: true
    case .owner: BasicPair(request) != nil
    case .anonymous: BasicPair(request) == nil && ParticleAdmission.tokenText(request) == nil
    }
  }
}

/// A request, and what its route found in it.
struct ParticleRoutedRequest: Sendable {
  let request: PracticeRequest
  let path: ParticlePathMatch
  /// Nil on a route that wants none.
  let token: ParticleToken?

  /// The segment in the place of `:name`; nil when the route's pattern has none of that name.
  subscript(_ name: String) -> String? { path.parameters[name] }

  /// What stands behind the pattern's end, as one text: a prefix of event names may hold slashes,
  /// percent-encoded or not.
  var prefix: String { path.rest.joined(separator: "/") }
}
