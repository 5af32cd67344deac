import Core
import Foundation
import HTTP
import PracticeClouds
import Testing

/// What a session plays on: a directory with a home in it, and practice clouds if it wants some.
final class Stage: Sendable {
  enum Clouds: String, Sendable {
    case fresh, ready, none
    /// Fresh ones, on which setup `demo` is walked to its end, with nobody there.
    case walked
  }

  /// Given back when the stage is gone.
  private final class Turn: Sendable {
    deinit { Task { await Turnstile.stages.leave() } }
  }

  let scratch: Scratch
  let clouds: PracticeEnvironment?
  let transport: Transport
  private let turn: Turn

  var home: String { scratch.file("home") }
  var answers: String { scratch.file("answers.yaml") }

  /// - Parameters:
  ///   - seed: of the practice accounts; the same one gives the same tokens.
  ///   - change: makes other accounts of them.
  init(
    _ kind: Clouds, seed: UInt64, onChange: (@Sendable () async -> Void)? = nil,
    change: (inout PracticeSettings) -> Void = { _ in }
  ) async throws {
    await Turnstile.stages.enter()
    turn = Turn()
    scratch = try Scratch()
    transport = .live(userAgent: "footbridge-tests")
    guard kind != .none else {
      clouds = nil
      return
    }
    var settings = PracticeSettings(seed: seed)
    settings.ready = kind == .ready
    settings.runsSketches = true
    change(&settings)
    if let onChange { settings.onChange = { _ in await onChange() } }
    clouds = try await PracticeEnvironment.start(settings, transport: transport)
    try writeAnswers()
    if kind == .walked {
      let (text, ending) = try await run("setup", "demo", "--answers", answers)
      #expect(ending == .code(0), "\(text)")
      try await rest()
    }
  }

  /// Returns when the device has reported the way back of the setup's own trip, which it does in its
  /// own time: a session would else show now this and now that.
  private func rest() async throws {
    for _ in 0..<5000 {
      let values = try await admin("/state").json.at("blynk.values")
      if values["v17"]["value"].number == values["v16"]["value"].number { break }
    }
    await clouds?.settle()
  }

  func end() async { await clouds?.stop() }

  /// What finds the Swift libraries, and where a program built for it writes what it reached.
  private static let ofTheTests = [
    "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE", "TSAN_OPTIONS", "ASAN_OPTIONS",
  ]

  /// The program, with these arguments, as somebody on this stage would call it. What it says does
  /// not depend on how fast the machine is: no progress is shown.
  func call(_ arguments: [String], variables: [String: String] = [:]) throws -> ProgramCall {
    var environment = [
      "PATH": "/usr/bin:/bin", "HOME": scratch.path, "LC_ALL": "C.UTF-8", "FOOTBRIDGE_HOME": home,
      "FOOTBRIDGE_PROGRESS": "off", "PAGER": "cat",
    ]
    for name in Stage.ofTheTests { environment[name] = ProcessInfo.processInfo.environment[name] }
    return ProgramCall(
      path: try BuiltProgram.path(), arguments: arguments,
      environment: environment.merging(variables) { _, given in given }, directory: scratch.path)
  }

  /// `--particle-url` and `--blynk-url`.
  var cloudFlags: [String] {
    guard let start = clouds?.start else { return [] }
    return ["--particle-url", start.particle, "--blynk-url", start.blynk]
  }

  /// Runs the program on the practice clouds, to its end.
  func run(_ arguments: String...) async throws -> (text: String, ending: ChildProcess.Ending) {
    try await PipedProgram.run(call(arguments + cloudFlags))
  }

  var leaks: Leaks {
    guard let start = clouds?.start else { return Leaks(of: []) }
    return Leaks(of: [("access token", start.accessToken), ("AuthToken", start.authToken)])
  }

  private func writeAnswers() throws {
    guard let start = clouds?.start else { return }
    let text = """
      path: blueprint
      particle.access_token: \(start.accessToken)
      particle.device_id: \(start.deviceID)
      blynk.auth_token: "\(start.authToken)"
      blynk.template_id: \(start.templateID)
      blynk.template_name: Particle Device
      blynk.server: \(start.blynk)
      confirm: true
      do: true
      practice.admin: \(start.admin)

      """
    try text.write(toFile: answers, atomically: true, encoding: .utf8)
  }
}

extension Stage {
  struct NoClouds: Error {}

  /// The admin port; the reply's status and JSON.
  func admin(_ path: String, _ body: String? = nil) async throws -> (status: Int, json: Look) {
    guard let start = clouds?.start else { throw NoClouds() }
    let request = Request(
      body == nil ? .get : .post, MaskedText(start.admin + path),
      body: body.map { .json(MaskedText($0)) })
    let reply = try await transport.send(request)
    return (reply.status, try Look(json: Data(reply.body)))
  }

  /// The JSON at an address.
  func look(at url: String) async throws -> Look {
    try Look(json: Data(try await transport.send(Request(.get, MaskedText(url))).body))
  }

  /// Adds a row to the query of the account's first integration, as its owner could.
  func addIntegrationRow(_ name: String, _ value: String) async throws {
    guard let start = clouds?.start else { throw NoClouds() }
    let account = start.particle + "/v1/integrations"
    let token = [HeaderField("Authorization", MaskedText("Bearer \(start.accessToken)"))]
    let reply = try await transport.send(Request(.get, MaskedText(account), headers: token))
    let id = try #require(try Look(json: Data(reply.body)).list.first?["id"].text)
    let row = "\"\(name)\":\"\(value)\""
    let body = """
      {"integration_type":"Webhook","name":"mine","event":"blynk_https_get","requestType":"GET",
       "url":"\(start.blynk)/external/api/batch/update","noDefaults":true,"rejectUnauthorized":true,
       "query":{"token":"{{{t}}}","V6":"{{{PARTICLE_PUBLISHED_AT}}}","V14":"{{{v14}}}",
                "V15":"{{{v15}}}","V17":"{{{v17}}}",\(row)}}
      """
    let put = try await transport.send(
      Request(.put, MaskedText("\(account)/\(id)"), headers: token, body: .json(MaskedText(body))))
    #expect(put.status == 200, "\(put.text)")
  }

  /// Deletes every integration through Particle's API, as its owner could.
  /// - Returns: how many there were.
  func deleteIntegrations() async throws -> Int {
    guard let start = clouds?.start else { throw NoClouds() }
    let account = start.particle + "/v1/integrations"
    let token = [HeaderField("Authorization", MaskedText("Bearer \(start.accessToken)"))]
    let reply = try await transport.send(Request(.get, MaskedText(account), headers: token))
    let ids = try Look(json: Data(reply.body)).list.compactMap { $0["id"].text }
    for id in ids {
      _ = try await transport.send(Request(.delete, MaskedText("\(account)/\(id)"), headers: token))
    }
    return ids.count
  }
}
