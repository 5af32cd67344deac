/// What the line between a practice cloud and its client can do to a request or a reply, whatever
/// the cloud meant to say. The raw values are the names of the faults.
package enum NetworkFault: String, Sendable, CaseIterable, Codable {
  /// The connection is reset (RST) in place of an answer.
  case connectionReset = "connection-reset"
  /// The request is taken and never answered; the connection stays open.
  case stall
  /// An event stream opens and then falls silent, keep-alives too, without being closed.
  case halfOpenStream = "half-open-stream"
  /// The reply ends in its middle, and the connection with it.
  case truncatedBody = "truncated-body"
  /// The reply is longer than any client wants to read.
  case oversizedBody = "oversized-body"
  /// A proxy on the way answers for the cloud: 502 and a page of HTML.
  case errorPage = "error-page"
  /// A content network answers for the cloud: 403 and a page of HTML.
  case requestBlocked = "request-blocked"
  /// A network's sign-in page answers for the cloud: 302 to another host.
  case captivePortal = "captive-portal"
  /// A proxy answers for the cloud: 407, as it wants a login.
  case proxyRefused = "proxy-refused"

  /// Whether the cloud hears of the request, and acts on it, before the fault strikes.
  package var reachesCloud: Bool {
    switch self {
    case .connectionReset, .stall, .errorPage, .requestBlocked, .captivePortal, .proxyRefused:
      false
    case .halfOpenStream, .truncatedBody, .oversizedBody: true
    }
  }

  /// Puts faults between a cloud and its clients.
  ///
  /// - Parameter strikes: asked for each request; nil leaves it alone.
  package static func between(
    _ handler: @escaping PracticeServer.Handler,
    strikes: @escaping @Sendable (PracticeRequest) -> NetworkFault?
  ) -> PracticeServer.Handler {
    { request in
      guard let fault = strikes(request) else { return await handler(request) }
      guard fault.reachesCloud else { return fault.answer }
      return .broken(fault, await handler(request))
    }
  }

  /// What the client gets of a request that the cloud never sees.
  private var answer: PracticeReply {
    switch self {
    case .errorPage: NetworkFault.page(502, "502 Bad Gateway")
    case .requestBlocked: NetworkFault.page(403, "403 Forbidden")
    case .captivePortal:
      .whole(status: 302, headers: [("Location", "http://portal.example/login")], body: [])
    case .proxyRefused: NetworkFault.page(407, "407 Proxy Authentication Required")
    default: .broken(self, .empty(200))
    }
  }

  /// As nginx words it; what stands before the real clouds is not documented.
  private static func page(_ status: Int, _ title: String) -> PracticeReply {
    .text(
      status,
      """
      <html>\r
      <head><title>\(title)</title></head>\r
      <body>\r
      <center><h1>\(title)</h1></center>\r
      <hr><center>nginx</center>\r
      </body>\r
      </html>\r

      """, contentType: "text/html")
  }
}
