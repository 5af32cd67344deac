extension ParticleRefusal {
  /// The documented reply (particle-cloud §2.5, §3, §5.2, §6.1, §8.2); where the sheet has none,
  /// the body is made up in the nearest documented shape and says so here.
  var reply: PracticeReply {
    switch self {
    case .tokenMissing:
      ParticleRefusal.oauth(400, "invalid_request", "The access token was not found")
    case .tokenUnknown:
      ParticleRefusal.oauth(401, "invalid_token", "The access token provided is invalid.")
    case .tokenExpired:
      ParticleRefusal.oauth(401, "invalid_token", "The access token provided has expired.")
    case .badLogin: ParticleRefusal.oauth(400, "invalid_grant", "User credentials are invalid")
    // Not documented: status and description of these two.
    case .clientUnknown:
      ParticleRefusal.oauth(400, "invalid_client", "Client credentials are invalid")
    case .grantUnknown:
      ParticleRefusal.oauth(400, "invalid_request", "Invalid or missing grant_type parameter")
    case .tooManyStreams(let status): .empty(status)
    default: deviceReply
    }
  }

  private var deviceReply: PracticeReply {
    switch self {
    case .deviceUnknown: ParticleRefusal.permissionDenied
    case .functionMissing(let name): ParticleRefusal.plain(404, "Function \(name) not found")
    case .functionTimedOut: ParticleRefusal.plain(400, "Timed out.")
    case .variableMissing: ParticleRefusal.plain(404, "Variable not found")
    case .variableTimedOut: .json(408, ["error": "Timed out."])
    case .signalTimedOut:
      ParticleRefusal.coded([["error": "Timed out, didn't hear back from device service"]])
    case .flashTimedOut: ParticleRefusal.coded(["Request Timed Out"])
    case .buildFailed(let errors): ParticleRefusal.noBinary(errors)
    default: accountReply
    }
  }

  private var accountReply: PracticeReply {
    switch self {
    case .prefixMissing: ParticleRefusal.plain(400, "event prefix filter is required")
    // Recorded on the webhooks route; not documented on the integrations route.
    case .integrationUnknown: ParticleRefusal.plain(404, "Webhook not found")
    // Not documented: the rest.
    case .integrationIncomplete(let missing):
      ParticleRefusal.plain(400, "Missing required field: \(missing)")
    case .eventNameMissing: ParticleRefusal.plain(400, "Missing event name")
    case .updateEmpty: ParticleRefusal.plain(400, "Nothing to update")
    default: ParticleRefusal.plain(404, "Not found")
    }
  }

  private static func oauth(_ status: Int, _ code: String, _ text: String) -> PracticeReply {
    .json(status, ["error": .string(code), "error_description": .string(text)])
  }

  private static func plain(_ status: Int, _ text: String) -> PracticeReply {
    .json(status, ["ok": false, "error": .string(text)])
  }

  private static func coded(_ errors: JSONValue) -> PracticeReply {
    .json(500, ["ok": false, "code": 500, "errors": errors])
  }

  /// The text ends in "undefined": the server never fills it in (particle-cloud §3.3).
  private static let permissionDenied = PracticeReply.json(
    403,
    [
      "error": "Permission Denied",
      "info": .string(
        "I didn't recognize that device name or ID, try opening "
          + "https://api.particle.io/v1/devices?access_token=undefined"),
    ])

  /// A build that failed comes with status 200 when it was part of a flash (particle-cloud §8.2).
  private static func noBinary(_ errors: [String]) -> PracticeReply {
    .json(
      200,
      [
        "ok": false, "output": "build didn't produce binary", "stdout": "",
        "errors": .array(errors.map(JSONValue.string)),
      ])
  }
}
