import Ground
import Wire

/// A person's work in Blynk's console, done on the practice clouds by their admin port (DESIGN §8).
struct PracticeConsole: Sendable {
  /// `http://127.0.0.1:PORT`.
  let admin: String
  let transport: Transport

  func useBlueprint() async throws { try await post("/blueprint", "{}") }

  /// Makes Blynk's webhook as the guide describes it, or puts it in place of the one of that name.
  func makeWebhook(deviceID: String, url: String, accessToken: Secret) async throws {
    let fields: [(String, Veiled)] = [
      ("name", "particle-http-api"), ("device_id", Veiled(deviceID)), ("pin", "V16"),
      ("url", Veiled(url)), ("method", "POST"), ("content_type", "application/json"),
      ("body", #"{\"args\":\"{device_pinValue}\"}"#),
    ]
    let members = fields.map { #""\#($0.0)":""# + $0.1 + #"""# as Veiled }
    let headers: Veiled = #""headers":{"Authorization":"Bearer \#(accessToken)"},"enabled":true"#
    let all = members.reduce(Veiled("{")) { $0 + $1 + "," } + headers + "}"
    try await post("/webhook", all)
  }

  private func post(_ path: String, _ body: Veiled) async throws {
    let request = Request(.post, "\(admin)\(path)", body: .json(body))
    let response = try await transport.send(request)
    guard response.status != 200 else { return }
    throw Problem(
      code: "practice-console", title: "The practice console refused",
      attempt: "I did a person's console work on the practice clouds:",
      evidence: ["POST \(path)", "\(response.status)  \(Scrubber([]).scrub(response.text))"],
      next: "Start `footbridge practice serve` anew and try again.", outcome: .couldNotAsk)
  }
}
