import HTTPTestServer

extension PracticeRequest {
  /// Whether pages may read the reply; never where a password, a token or a program is at stake.
  /// The server itself lets no page of a foreign origin come this far.
  var isOpenToPages: Bool {
    let asked = header("access-control-request-method") ?? method
    guard segments.first != "oauth", segments.count < 2 || segments[1] != "access_tokens" else {
      return false
    }
    return !segments.contains("binaries") && !(asked == "PUT" && segments.contains("devices"))
  }
}

extension PracticeReply {
  /// What a browser asks before it calls with a token. The reply is not documented; its first
  /// header is the one that was recorded on the others.
  static let preflight = PracticeReply.whole(
    status: 204,
    headers: [
      anyOrigin, ("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS"),
      (
        "Access-Control-Allow-Headers",
        "Authorization, Content-Type, X-Particle-Tool, X-Particle-Project"
      ),
    ], body: [])

  private static let anyOrigin = (name: "Access-Control-Allow-Origin", value: "*")

  /// The same, for pages of any origin to read (recorded, particle:reply-headers).
  var openToPages: PracticeReply {
    switch self {
    case .whole(let status, let headers, let body):
      .whole(status: status, headers: headers + [PracticeReply.anyOrigin], body: body)
    case .stream(let headers, let chunks):
      .stream(headers: headers + [PracticeReply.anyOrigin], chunks: chunks)
    default: self
    }
  }
}
