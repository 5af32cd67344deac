import Recording
import Core
import HTTP
import ParticleAPI
import TestSupport

/// Has the client ask what a documented exchange asks, and says what it made of the reply.
struct ParticleReading {
  /// Parts of paths that are no names of anything.
  private static let words: Set = [
    "access_tokens", "binaries", "current", "devices", "events", "integrations", "oauth", "ping",
    "test", "token", "user",
  ]

  let reply: DocumentedReply
  let cloud: ParticleCloud
  let transport: Transport
  /// Method and path, a colon for each name.
  let shape: String
  /// The names of the path.
  let names: [String]

  init(_ reply: DocumentedReply) throws {
    var reply = reply
    // The client is never without a token; one that was lost on the way is as good as none.
    if reply.given.contains("no token") {
      reply.exchange.request.headers = [
        RecordedHeader("Authorization", "Bearer ‹particle.access_token›")
      ]
    }
    self.reply = reply
    transport = try reply.transport
    let cloud = ParticleCloud(
      url: "https://api.particle.io", token: Secret(Scripted.token, name: "particle.access_token"),
      transport: transport)
    var path = reply.path.filter { $0 != "v1" }
    let isProduct = path.first == "products"
    self.cloud = isProduct ? cloud.inProduct(path[1]) : cloud
    if isProduct { path.removeFirst(2) }
    let isWord = { (part: String) in ParticleReading.words.contains(part) }
    names = path.filter { !isWord($0) }
    shape =
      "\(reply.exchange.request.method) "
      + path.map { isWord($0) ? $0 : ":" }.joined(separator: "/")
  }

  /// Nil when no call asks so.
  func reading() async throws -> String? {
    do {
      return try await [account, login, devices, calls, events, integrations, firmware]
        .firstReading { try await $0() }
    } catch let error as ParticleError {
      if case .buildFailed(let errors, _) = error {
        return "buildFailed \(errors.joined(separator: ", "))"
      }
      return Mirror(reflecting: error).children.first?.label
    } catch let miss as ReplayMiss {
      // That it was not asked so is what is wanted of one that no call asks for.
      return reply.unread == nil ? miss.problem.evidence.joined(separator: "\n").english : nil
    }
  }

  private func account() async throws -> String? {
    switch shape {
    case "GET access_tokens/current":
      let info = try await cloud.tokenInfo()
      return "\(info.client ?? "?") \(info.expiresAt.map { "until \($0)" } ?? "for ever")"
    case "DELETE access_tokens/current":
      try await cloud.deleteToken()
    case "DELETE access_tokens/:":
      let other = String(Scripted.token.reversed())
      try await cloud.deleteToken(Secret(other, name: "particle.other_token"))
    case "GET user":
      let user = try await cloud.user()
      return "\(user.username), \(user.firstName ?? "?"), second factor \(user.hasMFA == true), "
        + "\(user.wifiDevices ?? 0) by Wi-Fi, \(user.cellularDevices ?? 0) by cellular"
    default: return nil
    }
    return "done"
  }

  private func login() async throws -> String? {
    guard shape == "POST oauth/token" else { return nil }
    let isOwn = reply.exchange.request.headers.contains { $0.name == "Authorization" }
    let secret = Secret("8a7b6c5d4e3f20192837", name: "particle.client_secret")
    let login = ParticleLogin(
      url: "https://api.particle.io",
      client: isOwn ? BasicLogin(user: "mine", password: secret) : nil, transport: transport)
    if isOwn { return granted(try await login.clientToken()) }
    if reply.fields["otp"] != nil {
      let code = Secret("123456", name: "particle.otp")
      return granted(try await login.token(code: code, for: try await challenge()))
    }
    let user = reply.fields["username"] == "nobody" ? "nobody" : "me@example.com"
    let password = Secret("correct horse battery", name: "particle.password")
    let lifetime = reply.fields["expires_in"].flatMap { Int($0) }.map(TokenLifetime.seconds)
    switch try await login.token(user: user, password: password, lasting: lifetime ?? .standard) {
    case .granted(let token): return granted(token)
    case .needsCode: return "needs a code"
    }
  }

  /// What a password got before the code is sent.
  private func challenge() async throws -> MFAChallenge {
    let asking = Scripted(403, #"{"error":"mfa_required","mfa_token":"eyJ0b2tlbiI6IjEyMyJ9"}"#)
    let login = ParticleLogin(url: "https://api.particle.io", transport: asking.transport)
    let outcome = try await login.token(
      user: "me@example.com", password: Secret("correct horse battery", name: "particle.password"))
    guard case .needsCode(let challenge) = outcome else { throw CancellationError() }
    return challenge
  }

  private func granted(_ token: AccessToken) -> String {
    "granted for \(token.expiresInSeconds ?? 0) s"
  }

  private func devices() async throws -> String? {
    switch shape {
    case "GET devices": return list(try await cloud.devices().map(shown), else: "no device")
    case "GET devices/:": return shown(try await cloud.device(names[0]))
    case "PUT devices/:/ping": return "\(try await cloud.ping(names[0]))"
    case "PUT devices/:": return try await change()
    case "POST devices": try await cloud.claim(reply.fields["id"] ?? "")
    case "DELETE devices/:": try await cloud.remove(names[0])
    default: return nil
    }
    return "done"
  }

  private func change() async throws -> String? {
    if let name = reply.json["name"]?.text { return try await cloud.rename(names[0], to: name) }
    if let notes = reply.json["notes"]?.text {
      return try await cloud.setNotes(of: names[0], to: notes)
    }
    let signal = reply.json["signal"]?.text
    return try await signal.asyncMap { "\(try await cloud.signal(names[0], on: $0 == "1"))" }
  }

  private func shown(_ device: Device) -> String {
    let functions = device.functions.map { list($0, else: "nothing") } ?? "?"
    let variables = device.variables.map { variables in
      list(variables.map { "\($0.key):\($0.value)" }.sorted(), else: "nothing")
    }
    return "\(device.id) \(device.name ?? "?"), online \(device.online == true), "
      + "calls \(functions), has \(variables ?? "?")"
  }

  private func list(_ words: [String], else none: String) -> String {
    words.isEmpty ? none : words.joined(separator: ", ")
  }

  private func calls() async throws -> String? {
    switch shape {
    case "POST devices/:/:":
      let argument = reply.json["args"]?.text ?? ""
      return "\(try await cloud.call(names[1], on: names[0], with: argument))"
    case "GET devices/:/:": return try await cloud.variable(names[1], of: names[0]).shown
    case "POST devices/events", "POST events":
      try await cloud.publish(
        reply.json["name"]?.text ?? "", data: reply.json["data"]?.text ?? "")
      return "done"
    default: return nil
    }
  }

  private func events() async throws -> String? {
    let isOfDevice = shape.hasPrefix("GET devices/:/events")
    guard isOfDevice || shape.hasPrefix("GET devices/events") || shape.hasPrefix("GET events")
    else { return nil }
    let prefix = names.count > (isOfDevice ? 1 : 0) ? names.last : nil
    var lines: [String] = []
    for try await part in cloud.events(of: isOfDevice ? names[0] : nil, prefix: prefix) {
      guard case .event(let event) = part else { continue }
      lines.append("\(event.name)=\(event.data) of \(event.coreID ?? "?")")
    }
    return lines.isEmpty ? "nothing" : lines.joined(separator: "; ")
  }
}

extension Array {
  fileprivate func firstReading(_ read: (Element) async throws -> String?) async throws -> String? {
    for element in self { if let reading = try await read(element) { return reading } }
    return nil
  }
}

extension Optional {
  fileprivate func asyncMap<Value>(_ map: (Wrapped) async throws -> Value) async throws -> Value? {
    guard let self else { return nil }
    return try await map(self)
  }
}
