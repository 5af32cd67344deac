/// One way to ask Blynk: a method and a path, and what answers there.
struct BlynkRoute<Handler: Sendable>: Sendable {
  /// In capitals, such as `GET`.
  let method: String
  /// Below the API's own, such as `batch/update`.
  let path: String
  /// The leg of the round trip that this request is, if it is one.
  let leg: PracticeLeg?
  let handler: Handler

  init(_ method: String, _ path: String, leg: PracticeLeg? = nil, _ handler: Handler) {
    self.method = method
    self.path = path
    self.leg = leg
    self.handler = handler
  }
}

/// The routes of one of Blynk's APIs.
struct BlynkRouteTable<Handler: Sendable>: Sendable {
  enum Match {
    case route(BlynkRoute<Handler>)
    case noSuchPath
    case wrongMethod(allowed: [String])
  }

  let routes: [BlynkRoute<Handler>]

  init(_ routes: [BlynkRoute<Handler>]) { self.routes = routes }

  /// - Parameter path: below the API's own.
  func match(_ method: String, _ path: String) -> Match {
    let here = routes.filter { $0.path == path }
    if let route = here.first(where: { $0.method == method }) { return .route(route) }
    return here.isEmpty ? .noSuchPath : .wrongMethod(allowed: here.map(\.method))
  }
}
