import Capabilities
import Core
import Foundation
import HTTP
import PracticeClouds

/// A person's work in Blynk's console, done on the practice clouds by their admin port.
struct PracticeConsole: BlynkConsole {
  /// `http://127.0.0.1:PORT`.
  let admin: String
  let transport: Transport
  /// What a person who sits there is told to log in with.
  var login: PracticeLogin?

  func useBlueprint() async throws { try await post(Work.blueprint) }

  func makeTemplate(named name: String) async throws {
    try await post(Work.template(named: name))
  }

  func makeDatastreams(_ streams: [GuideDatastream]) async throws {
    let there = try await pins()
    for stream in streams where !there.contains(stream.pin) {
      try await post(Work.datastream(stream))
    }
  }

  func makeDevice(named name: String) async throws {
    try await post(Work.device(named: name))
  }

  func makeWebhook(deviceID: String, url: String, accessToken: Secret) async throws {
    let work = Work.webhook(deviceID: deviceID, url: url)
    let header: MaskedText = #""Bearer \#(accessToken)""#
    let parts = work.body.split(separator: "\"\(Work.tokenPlace)\"").map { MaskedText(String($0)) }
    try await post(work.path, parts[0] + header + parts[1])
  }

  private func pins() async throws -> Set<String> {
    struct State: Decodable {
      struct Blynk: Decodable { let template: Template? }
      struct Template: Decodable { let datastreams: [Stream] }
      struct Stream: Decodable { let pin: String }
      let blynk: Blynk
    }
    let response = try await transport.send(Request(.get, "\(admin)/state"))
    guard response.status == 200,
      let state = try? JSONDecoder().decode(State.self, from: Data(response.body))
    else { throw refusal("GET /state", response) }
    return Set(state.blynk.template?.datastreams.map(\.pin) ?? [])
  }

  private func post(_ work: Work) async throws { try await post(work.path, MaskedText(work.body)) }

  private func post(_ path: String, _ body: MaskedText) async throws {
    let response = try await transport.send(Request(.post, "\(admin)\(path)", body: .json(body)))
    guard response.status == 200 else { throw refusal("POST \(path)", response) }
  }

  private func refusal(_ asked: String, _ response: Response) -> Problem {
    // What is asked for rests on something that an earlier step makes.
    let isTooEarly = [400, 404, 409].contains(response.status)
    return Problem(
      code: "practice-console", title: "The practice console refused",
      attempt: "I did a person's console work on the practice clouds:",
      evidence: [
        Phrase(verbatim: asked), "\(response.status)  \(Scrubber([]).scrub(response.text))",
      ],
      next: isTooEarly
        ? "An earlier step was not done in the practice clouds: `goto` it, and `do` has me do it."
        : "Start `footbridge practice serve` anew and try again.", outcome: .couldNotAsk)
  }
}
