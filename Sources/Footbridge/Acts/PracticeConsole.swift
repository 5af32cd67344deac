import Foundation
import Ground
import Practice
import Wire

/// A person's work in Blynk's console, done on the practice clouds by their admin port (DESIGN §8).
/// Each piece of work looks first, as a person would.
struct PracticeConsole: Sendable {
  /// `http://127.0.0.1:PORT`.
  let admin: String
  let transport: Transport
  /// What a person who sits there is told to log in with.
  var login: PracticeLogin?

  func useBlueprint() async throws { try await post("/blueprint", "{}") }

  /// "New Template"; one that is there takes the name.
  func makeTemplate(named name: String) async throws {
    try await post("/template", Veiled(JSONText.line(["name": name])))
  }

  /// "New Datastream", for each that is not there yet.
  func makeDatastreams(_ streams: [GuideDatastream]) async throws {
    let there = try await pins()
    for stream in streams where !there.contains(stream.pin) {
      try await post("/datastreams", Veiled(JSONText.line(stream)))
    }
  }

  /// "New Device" from the template.
  func makeDevice(named name: String) async throws {
    try await post("/activate", Veiled(JSONText.line(["name": name])))
  }

  /// Makes Blynk's webhook as the guide describes it, or puts it in place of the one of that name.
  func makeWebhook(deviceID: String, url: String, accessToken: Secret) async throws {
    let fields = WebhookFields(device_id: deviceID, url: url)
    let headers: Veiled = #","headers":{"Authorization":"Bearer \#(accessToken)"}}"#
    try await post("/webhook", Veiled(String(JSONText.line(fields).dropLast())) + headers)
  }

  /// The form of blynk-cloud §13.E, but for the header.
  private struct WebhookFields: Encodable {
    let device_id: String
    let url: String
    let name = WebhookForm.name
    let pin = "V16"
    let method = "POST"
    let content_type = "application/json"
    let body = WebhookForm.body
    let enabled = true
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

  private func post(_ path: String, _ body: Veiled) async throws {
    let response = try await transport.send(Request(.post, "\(admin)\(path)", body: .json(body)))
    guard response.status == 200 else { throw refusal("POST \(path)", response) }
  }

  private func refusal(_ asked: String, _ response: Response) -> Problem {
    Problem(
      code: "practice-console", title: "The practice console refused",
      attempt: "I did a person's console work on the practice clouds:",
      evidence: [asked, "\(response.status)  \(Scrubber([]).scrub(response.text))"],
      next: "Start `footbridge practice serve` anew and try again.", outcome: .couldNotAsk)
  }
}
