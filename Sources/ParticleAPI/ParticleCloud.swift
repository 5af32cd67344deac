import Core
import HTTP

/// The Particle device cloud: every call is a method, every reply a value, every refusal a
/// `ParticleError`. Failures of the network come through as `WireError`.
package struct ParticleCloud: Sendable {
  /// Scheme and host, such as `https://api.particle.io`; no slash at the end.
  package let url: String
  let token: Secret
  let transport: Transport
  let timeout: Duration
  /// Where devices, integrations and events are asked for.
  package private(set) var place = IntegrationScope.sandbox

  /// - Parameters:
  ///   - token: an access token; it travels in the `Authorization` header only
  ///     (particle:token-transport).
  ///   - timeout: for one exchange. A function call may take some 20 s (particle:function-wait), so
  ///     less than 30 s makes a slow device look like a slow cloud.
  package init(
    url: String, token: Secret, transport: Transport, timeout: Duration = .seconds(30)
  ) {
    self.url = url.withoutEndSlash
    self.token = token
    self.transport = transport
    self.timeout = timeout
  }

  /// The same account, looking into a product (particle:product-by-slug): a number or a slug.
  package func inProduct(_ product: String) -> ParticleCloud {
    at(.product(product))
  }

  /// The same account, looking into one of its scopes.
  package func at(_ place: IntegrationScope) -> ParticleCloud {
    var cloud = self
    cloud.place = place
    return cloud
  }

  /// The product that is looked into; nil for any other scope.
  var product: String? { if case .product(let product) = place { product } else { nil } }

  /// What comes before `devices`, `integrations` and `events` in a path.
  var scope: [String] { place.path }

  /// Sends, and gives the reply if it is a good one.
  func ask(
    _ method: Request.Method, _ path: [String], query: [QueryItem] = [], body: Body? = nil,
    about subject: Subject = .account, timeout limit: Duration? = nil
  ) async throws -> Reply {
    var request = request(method, path)
    request.query = query
    request.body = body
    request.timeout = limit ?? timeout
    return try await ask(request, about: subject)
  }

  /// The same with a request that is made already.
  func ask(_ request: Request, about subject: Subject = .account) async throws -> Reply {
    let reply = Reply(request, try await transport.send(request))
    if let error = ParticleError(reply, about: subject) { throw error }
    return reply
  }

  /// A request with the token in its header; path segments are percent-encoded here.
  func request(_ method: Request.Method, _ path: [String]) -> Request {
    let path = path.map { "/" + $0.percentEncoded() }.joined()
    return Request(
      method, MaskedText(url + "/v1" + path),
      headers: [HeaderField("Authorization", "Bearer \(token)")], timeout: timeout)
  }
}
