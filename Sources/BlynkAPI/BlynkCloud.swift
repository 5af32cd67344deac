import Core
import HTTP

/// The Blynk cloud as a device sees it: the Device HTTPS API in types. Each call is one message of
/// the month's quota (blynk:limit-messages). Failures of the network come through as `WireError`.
package struct BlynkCloud: Sendable {
  /// Scheme and host of the account's region, such as `https://ny3.blynk.cloud`; no slash at the
  /// end.
  package let url: String
  let token: Secret
  let transport: Transport
  let timeout: Duration

  /// - Parameters:
  ///   - token: the device's AuthToken; it travels in the query, so every URL is a secret
  ///     (blynk:token-in-query).
  ///   - timeout: for one exchange; 15 s is what public programs use (blynk:request-timeout).
  package init(
    url: String, token: Secret, transport: Transport, timeout: Duration = .seconds(15)
  ) {
    self.url = url.withoutEndSlash
    self.token = token
    self.transport = transport
    self.timeout = timeout
  }

  /// The same device asked at another region.
  package func at(_ url: String) -> BlynkCloud {
    BlynkCloud(url: url, token: token, transport: transport, timeout: timeout)
  }

  /// Sends, and gives the reply if it is a good one.
  func ask(
    _ call: String, _ query: [QueryItem] = [], about pins: [Pin] = [],
    _ method: Request.Method = .get, body: Body? = nil
  ) async throws -> Reply {
    let request = Request(
      method, MaskedText("\(url)/external/api/\(call)"),
      query: [QueryItem("token", MaskedText(token))] + query,
      // Values must be today's: nothing on the way may answer from memory.
      headers: [HeaderField("Cache-Control", "no-cache")], body: body, timeout: timeout)
    let reply = Reply(request, try await transport.send(request))
    guard let error = BlynkError(reply, from: url, about: pins) else { return reply }
    if case .wrongRegion(let there, _) = error, Origin(there)?.isUpgrade(of: url) == true {
      return try await at(there).ask(call, query, about: pins, method, body: body)
    }
    throw error
  }
}

extension BlynkCloud {
  /// Whether a text is this device's AuthToken, without showing it to anyone.
  package func holdsToken(_ text: String) -> Bool {
    Secret(text, name: token.name) == token
  }
}
