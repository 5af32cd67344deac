import Testing

@testable import BlynkAPI

@Suite("What Blynk's refusals mean")
struct BlynkErrorTests {
  /// The texts of `blynk:error-texts`, and the code they must come out as.
  static let texts = [
    ("Invalid token.", "blynk-bad-token"), ("Invalid token", "blynk-bad-token"),
    ("No datastream setup for that pin.", "blynk-datastream-missing"),
    ("Requested dataStream doesn't exist in the product ESP32 QA", "blynk-datastream-missing"),
    ("Requested pin doesn't exist in the app.", "blynk-datastream-missing"),
    ("Value doesn't match the Datastream data type.", "blynk-datastream-type"),
    ("Value doesn't match the Datastream data type", "blynk-datastream-type"),
    ("Wrong pin format.", "blynk-datastream-missing"),
    ("Something new", "cloud-refused"), ("Device is suspended.", "cloud-refused"),
    ("Can't find Event with this code in Product template.", "blynk-event-missing"),
    ("Event code is not provided.", "cloud-refused"),
    ("MetaField doesn't exist.", "blynk-metafield-missing"),
    ("MetaField doesn't exist", "blynk-metafield-missing"),
    ("Wrong metaField format", "cloud-refused"), ("Wrong value", "cloud-refused"),
    ("Wrong dataStreamId format.", "cloud-refused"),
    ("Request with incorrect parameters", "cloud-refused"), ("No token provided.", "cloud-refused"),
    ("Unknown content type.", "cloud-refused"),
    ("Too much data in batch. Maximum batch size is 10000 points.", "cloud-refused"),
  ]

  @Test("a text has its code, with or without its stop", arguments: texts)
  func code(text: String, code: String) async {
    let scripted = Scripted(400, #"{"error":{"message":"\#(text)"}}"#)
    let error = await refusal { try await scripted.cloud().update(Pin(16), .int(1)) }
    #expect(error?.problem.code == code)
  }

  @Test(
    "a reply in no known shape is not guessed at",
    arguments: [
      (403, "<html>denied</html>", "request-blocked"), (407, "", "proxy-refused"),
      (401, "<html>", "request-blocked"), (502, "<html>", "cloud-error"),
      (429, "<html>", "rate-limited"),
      (429, "", "rate-limited"), (500, "<html>", "cloud-error"), (503, "", "cloud-error"),
      (400, "<html>no</html>", "unexpected-reply"), (404, "", "unexpected-reply"),
      (400, #"{"error":"x"}"#, "unexpected-reply"), (308, "", "unexpected-reply"),
    ])
  func shapes(status: Int, body: String, code: String) async {
    let error = await refusal { _ = try await Scripted(status, body).cloud().all() }
    #expect(error?.problem.code == code)
  }

  @Test(
    "the export says with a 500 what others say with a 400",
    arguments: [
      ("No data", "blynk-no-data"), ("Wrong pin format.", "blynk-datastream-missing"),
      (
        "No enum constant cc.blynk.server.core.model.widgets.outputs.graph.Period.YEAR",
        "cloud-error"
      ), ("Invalid token.", "cloud-error"),
    ])
  func export(text: String, code: String) async {
    let scripted = Scripted(500, #"{"error":{"message":"\#(text)"}}"#)
    let error = await refusal { _ = try await scripted.cloud().export() }
    #expect(error?.problem.code == code)
  }

  @Test("a missing datastream is told with its pin")
  func pin() async {
    let scripted = Scripted(400, #"{"error":{"message":"No datastream setup for that pin."}}"#)
    let error = await refusal { _ = try await scripted.cloud().value(Pin(99)) }
    guard case .datastreamMissing(let pins, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(pins == [Pin(99)])
  }

  @Test("neither an answer nor a redirect that repeats the token shows it")
  func scrubbed() async {
    let path = "/external/api/getAll?token=\(Scripted.token)"
    let moved = Scripted(308, "", location: "https://lon1.blynk.cloud\(path)")
    let echoed = Scripted(400, #"{"error":{"message":"No \#(Scripted.token) here"}}"#)
    for scripted in [moved, echoed] {
      let error = await refusal { _ = try await scripted.cloud().all() }
      let page = "\(String(describing: error)) \(String(describing: error?.problem))"
      #expect(!page.contains(Scripted.token))
      #expect(page.contains("‹blynk.auth_token›"))
    }
  }
}
