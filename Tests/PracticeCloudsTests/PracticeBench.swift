import Core
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

/// Open practice clouds, seen from outside: only by HTTP.
struct PracticeBench {
  let clouds: PracticeEnvironment
  let transport: Transport

  var start: PracticeStart { clouds.start }

  /// Opens clouds that are ready unless `change` says otherwise, runs `body`, and closes them.
  static func run(
    change: (inout PracticeSettings) -> Void = { _ in },
    _ body: (PracticeBench) async throws -> Void
  ) async throws {
    var settings = PracticeSettings(seed: 7, processID: 1)
    settings.ready = true
    settings.particle.login = .known
    change(&settings)
    let transport = Transport.live(userAgent: "footbridge-tests")
    let clouds = try await PracticeEnvironment.start(settings, transport: transport)
    do { try await body(PracticeBench(clouds: clouds, transport: transport)) } catch {
      await clouds.stop()
      throw error
    }
    await clouds.stop()
  }

  /// Blynk's device API, with the AuthToken.
  func blynk(_ call: String, _ query: String = "") async throws -> Response {
    let url = "\(start.blynk)/external/api/\(call)?token=\(start.authToken)&\(query)"
    return try await transport.send(Request(.get, MaskedText(url)))
  }

  /// Particle's API, with the access token.
  func particle(
    _ method: Request.Method, _ path: String, body: Body? = nil
  ) async throws -> Response {
    try await transport.send(
      Request(method, MaskedText(start.particle + path), headers: authorization, body: body))
  }

  /// The admin port; the reply as JSON.
  func admin(
    _ method: Request.Method, _ path: String, _ body: String? = nil
  ) async throws -> (status: Int, json: JSONValue) {
    let reply = try await transport.send(
      Request(method, MaskedText(start.admin + path), body: body.map { .json(MaskedText($0)) }))
    return (reply.status, JSONValue(parsing: reply.body) ?? .null)
  }

  /// Turns a fault on through the admin port.
  func pull(_ fault: Fault) async throws {
    let reply = try await admin(.post, "/fault", #"{"name":"\#(fault.rawValue)","on":true}"#)
    try #require(reply.status == 200)
  }

  /// A cloud variable of the device.
  func variable(_ name: String) async throws -> JSONValue? {
    let reply = try await particle(.get, "/v1/devices/\(start.deviceID)/\(name)")
    return JSONValue(parsing: reply.body)?["result"]
  }

  /// Particle's event stream, open by the time this returns.
  func events() async throws -> EventReader {
    var reader = EventReader(
      parts: transport.stream(
        Request(.get, MaskedText("\(start.particle)/v1/devices/events"), headers: authorization)))
    try await reader.open()
    return reader
  }

  private var authorization: [HeaderField] {
    [HeaderField("Authorization", MaskedText("Bearer \(start.accessToken)"))]
  }
}

/// Reads an event stream one event at a time.
struct EventReader {
  enum Failure: Error { case refused, ended(seen: [String]) }

  private var parts: AsyncThrowingStream<StreamPart, any Error>.AsyncIterator
  private(set) var seen: [String] = []

  init(parts: AsyncThrowingStream<StreamPart, any Error>) { self.parts = parts.makeAsyncIterator() }

  mutating func open() async throws {
    guard case .opened = try await parts.next() else { throw Failure.refused }
  }

  /// Goes on to the next event whose name begins so.
  mutating func next(_ name: String) async throws -> JSONValue {
    while let part = try await parts.next() {
      guard case .event(let event) = part else { continue }
      seen.append(event.name)
      if event.name.hasPrefix(name) { return JSONValue(parsing: Array(event.data.utf8)) ?? .null }
    }
    throw Failure.ended(seen: seen)
  }
}
