import Foundation
import Testing

/// Somebody who walks `footbridge practice` in a terminal, on the blueprint path.
struct PracticeWalker {
  let stage: Stage
  let screen: Screen

  /// What is asked on the way, in order; Enter is an answer to each.
  enum Stop: Int, CaseIterable {
    case path, accessToken, device, account, region, platform, blueprint, templateName, look
    case activation, templateID, authToken, flash, webhook, webhookTest, integration, flip

    /// How the question ends on the screen.
    var question: [String] {
      switch self {
      case .path: ["Which way do you take, blueprint or manual? [blueprint]"]
      case .accessToken: ["Your Particle access token", "account's]"]
      case .device: ["The ID of your Particle device [", "]"]
      case .account, .look, .webhookTest, .flip: ["Done? Enter when it is", "skip WHY)"]
      case .region: ["Your Blynk server or region", "[http://127.0.0.1:", "]"]
      case .platform: ["The client ID of your Platform API client", "one:"]
      case .blueprint, .activation, .flash, .webhook, .integration:
        ["Shall I do this for you? (yes/no) [yes]"]
      case .templateName: ["What is your template called? [Particle Device]"]
      case .templateID: ["Your Template ID (TMPL…) [TMPL", "]"]
      case .authToken: ["Your Blynk AuthToken", "account's]"]
      }
    }
  }

  /// - Parameter stage: one where somebody walked before; else a new one.
  init(
    on stage: Stage? = nil, _ arguments: [String] = [], variables: [String: String] = [:]
  ) async throws {
    if let stage { self.stage = stage } else { self.stage = try await Stage(.none, seed: 1) }
    screen = try self.stage.terminal(["practice"] + arguments, variables: variables)
  }

  func stand(at stop: Stop) async throws {
    for piece in stop.question { try await screen.expect(piece) }
  }

  /// Types a command at a stop, expects what it says, and the same question again.
  func ask(_ command: String, at stop: Stop, says: String...) async throws {
    await screen.type(command)
    for text in says { try await screen.expect(text) }
    try await stand(at: stop)
  }

  /// Presses Enter at each question, until this one stands.
  func walk(from first: Stop = .path, to last: Stop) async throws {
    for stop in Stop.allCases where (first.rawValue..<last.rawValue).contains(stop.rawValue) {
      try await stand(at: stop)
      await screen.type()
    }
    try await stand(at: last)
  }

  /// From a stop where one stands already.
  func walkOn(from stop: Stop, to last: Stop) async throws {
    await screen.type()
    guard let next = Stop(rawValue: stop.rawValue + 1) else { return }
    try await walk(from: next, to: last)
  }

  /// Leaves with Ctrl-D, and looks whether any token was ever on the screen.
  @discardableResult
  func leave() async throws -> String {
    await screen.press("\u{4}")
    let (text, ending) = await screen.end()
    #expect(ending == .code(0))
    try await expectNoToken()
    return text
  }

  /// What stands in the logbook, as `status --json` tells it.
  func status() async throws -> Look {
    let home = "\(stage.home)/practice"
    let (text, ending) = try await PipedProgram.run(
      stage.call(["status", "--json", "--home", home]))
    #expect(ending == .code(0))
    return try Look(json: text)
  }

  /// The tokens of the practice accounts, which only the secrets file knows.
  func expectNoToken() async throws {
    let home = "\(stage.home)/practice"
    let file = try Data(contentsOf: URL(fileURLWithPath: "\(home)/secrets.json"))
    let kept = try Look(json: file).at("setups.practice")
    let tokens = ["particle.access_token", "blynk.auth_token"].compactMap { name in
      kept[name].text.map { (name: name, value: $0) }
    }
    let leaks = Leaks(of: tokens)
    #expect(leaks.found(in: Data(await screen.raw)).isEmpty, "a token was on the screen")
    try leaks.expectNone(inHome: stage.home)
  }
}

extension Stage {
  /// The program in a terminal of its own.
  func terminal(_ arguments: [String], variables: [String: String] = [:]) throws -> Screen {
    try Screen(
      call(
        arguments, variables: ["TERM": "xterm-256color"].merging(variables) { _, given in given }))
  }
}
