import HTTPTestServer

extension ParticleRefusal {
  /// The documented reply; where none is documented, the body is made up in the nearest documented
  /// shape (particle:error-shapes) and says so here.
  var reply: PracticeReply {
    switch self {
    case .tokenMissing:
      ParticleRefusal.oauth(400, "invalid_request", "The access token was not found")
    case .tokenUnknown:
      ParticleRefusal.oauth(401, "invalid_token", "The access token provided is invalid.")
    case .tokenExpired:
      ParticleRefusal.oauth(401, "invalid_token", "The access token provided has expired.")
    // particle:api-user-refused.
    case .notAllowed:
      ParticleRefusal.oauth(
        400, "unauthorized", "API users are not allowed to call this endpoint")
    case .barred(let status):
      ParticleRefusal.plain(status, "This account is barred (made up by the practice cloud)")
    case .badLogin: ParticleRefusal.oauth(400, "invalid_grant", "User credentials are invalid")
    case .secondFactor(let token): ParticleRefusal.secondFactor(token)
    // Not documented: status and description of these three.
    case .badCode: ParticleRefusal.oauth(400, "invalid_grant", "OTP is invalid")
    case .clientUnknown:
      ParticleRefusal.oauth(400, "invalid_client", "Client credentials are invalid")
    case .grantUnknown:
      ParticleRefusal.oauth(400, "invalid_request", "Invalid or missing grant_type parameter")
    case .ownerUnknown: .json(400, ["ok": false, "errors": ["Unknown user"]])
    case .ownerPasswordWrong: .json(401, ["ok": false, "errors": ["Bad password"]])
    // The body is not documented.
    case .tooMany(let status): .empty(status)
    default: deviceReply
    }
  }

  private var deviceReply: PracticeReply {
    switch self {
    case .deviceUnknown: ParticleRefusal.permissionDenied
    case .deviceNeverSeen: .json(404, ["ok": false, "errors": ["device does not exist"]])
    case .deviceNotOnline: .json(404, ["ok": false, "errors": [["Core isn't online", 404]]])
    case .functionMissing(let name): ParticleRefusal.plain(404, "Function \(name) not found")
    case .functionTimedOut(let status): ParticleRefusal.plain(status, "Timed out.")
    case .variableMissing: ParticleRefusal.plain(404, "Variable not found")
    case .variableTimedOut: .json(408, ["error": "Timed out."])
    case .signalTimedOut:
      ParticleRefusal.coded([["error": "Timed out, didn't hear back from device service"]])
    case .flashTimedOut: ParticleRefusal.coded(["Request Timed Out"])
    case .buildFailed(let errors, let status):
      ParticleRefusal.noBinary(status, "build didn't produce binary", errors)
    case .buildTimedOut(let status):
      ParticleRefusal.noBinary(status, "Compiler timed out or encountered an error", [])
    // Ours alone: the real cloud compiles anybody's sketch, on its own machines.
    case .sketchNotAsked:
      ParticleRefusal.noBinary(406, "build didn't produce binary", [ParticleRefusal.sketchWords])
    default: accountReply
    }
  }

  private var accountReply: PracticeReply {
    switch self {
    case .productUnknown: ParticleRefusal.plain(404, "Product not found.")
    case .prefixMissing: ParticleRefusal.plain(400, "event prefix filter is required")
    // Recorded on the webhooks route; not documented on the integrations route.
    case .integrationUnknown: ParticleRefusal.plain(404, "Webhook not found")
    case .tooManyIntegrations: ParticleRefusal.plain(200, "Too many web hooks for this device")
    // Not documented: the rest.
    case .integrationIncomplete(let missing):
      ParticleRefusal.plain(400, "Missing required field: \(missing)")
    case .eventNameMissing: ParticleRefusal.plain(400, "Missing event name")
    // 400 is "not understood" (particle:status-codes); the text is ours.
    case .updateEmpty: ParticleRefusal.plain(400, "Nothing to update")
    // 400 is what is not understood (particle:status-codes).
    case .bodyUnreadable: ParticleRefusal.plain(400, "The body is not JSON")
    case .binaryUnknown: ParticleRefusal.plain(404, "Binary not found")
    default: ParticleRefusal.plain(404, "Not found")
    }
  }

  private static let sketchWords =
    "This sketch is not the one that Footbridge writes, and compiling it would run it on this "
    + "machine. If you want that, start the practice clouds with `--sketches`: "
    + "`footbridge practice serve --sketches`, or `footbridge practice --sketches`."

  private static func oauth(_ status: Int, _ code: String, _ text: String) -> PracticeReply {
    .json(status, ["error": .string(code), "error_description": .string(text)])
  }

  private static func secondFactor(_ token: String) -> PracticeReply {
    .json(
      403,
      [
        "error": "mfa_required", "error_description": "Multifactor authentication required",
        "mfa_token": .string(token),
      ])
  }

  private static func plain(_ status: Int, _ text: String) -> PracticeReply {
    .json(status, ["ok": false, "error": .string(text)])
  }

  private static func coded(_ errors: JSONValue) -> PracticeReply {
    .json(500, ["ok": false, "code": 500, "errors": errors])
  }

  /// The text ends in "undefined": the server never fills it in (particle:device-unknown).
  private static let permissionDenied = PracticeReply.json(
    403,
    [
      "error": "Permission Denied",
      "info": .string(
        "I didn't recognize that device name or ID, try opening "
          + "https://api.particle.io/v1/devices?access_token=undefined"),
    ])

  /// A build that failed as part of a flash has no `code`; by itself it says 200 in a reply of
  /// another status (particle:compile-refused, particle:flash-refused).
  private static func noBinary(
    _ status: Int, _ output: String, _ errors: [String]
  ) -> PracticeReply {
    var members: [(name: String, value: JSONValue)] = [("ok", false)]
    if status != 200 { members.append(("code", 200)) }
    members += [
      ("output", .string(output)), ("stdout", ""),
      ("errors", .array(errors.map(JSONValue.string))),
    ]
    return .json(status, .object(JSONObject(members)))
  }
}
