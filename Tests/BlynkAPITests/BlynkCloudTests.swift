import Core
import HTTP
import Testing

@testable import BlynkAPI

@Suite("Blynk's replies as values")
struct BlynkCloudTests {
  @Test("every request carries the token in its query, shown as its name")
  func token() async throws {
    let scripted = Scripted(200, "true")
    #expect(try await scripted.cloud(at: "https://ny3.blynk.cloud/").isHardwareConnected())
    #expect(
      scripted.asked == [
        "GET https://ny3.blynk.cloud/external/api/isHardwareConnected?token=‹blynk.auth_token›"
      ])
    #expect(
      scripted.requests[0].headers.map { "\($0.name): \($0.value)" } == ["Cache-Control: no-cache"])
  }

  @Test(
    "the template's name is in a refusal, and only there",
    arguments: [
      (
        #"{"error":{"message":"Requested dataStream doesn't exist in the product ESP32 QA"}}"#,
        "ESP32 QA"
      ),
      (#"{"error":{"message":"Requested dataStream doesn't exist in the product "}}"#, nil),
      (#"{"error":{"message":"Requested dataStream doesn't exist in the product a\"b"}}"#, nil),
      (#"{"error":{"message":"Wrong pin format."}}"#, nil),
    ])
  func templateName(body: String, name: String?) async throws {
    let scripted = Scripted(400, body)
    #expect(try await scripted.cloud().templateName() == name)
    #expect(scripted.requests[0].query.map(\.name) == ["token", "dataStreamId"])
    #expect(try await Scripted(200, "1").cloud().templateName() == nil)
  }

  @Test("a connection state that is neither true nor false is not read")
  func state() async {
    let error = await refusal { _ = try await Scripted(200, "maybe").cloud().isHardwareConnected() }
    #expect(error?.problem.code == "unexpected-reply")
  }

  @Test(
    "one pin is answered bare",
    arguments: [
      ("1", BlynkValue.int(1)), ("1.0", .double(1)), ("100.00000", .double(100)),
      ("-3", .int(-3)), ("3.3\n", .double(3.3)), ("\"on\"", .string("on")), ("on", .string("on")),
      ("[12.0,11.5]", .location(longitude: 12, latitude: 11.5)), ("nan", .string("nan")),
      ("0x10", .string("0x10")), ("9223372036854775808", .double(9_223_372_036_854_775_808)),
      ("2024-05-01T09:30:12.174Z", .string("2024-05-01T09:30:12.174Z")),
      ("[1,2,3]", .string("[1,2,3]")),
    ])
  func bare(body: String, value: BlynkValue) async throws {
    let scripted = Scripted(200, body)
    #expect(try await scripted.cloud().value(Pin(16)) == value)
    #expect(try await scripted.cloud().values([Pin(16)]) == [Pin(16): value])
    #expect(scripted.asked[0].hasSuffix("get?token=‹blynk.auth_token›&V16"))
  }

  @Test("a stream without a value is empty")
  func empty() async throws {
    #expect(try await Scripted(200, "").cloud().value(Pin(6)) == nil)
    #expect(try await Scripted(200, " \n").cloud().values([Pin(6)]) == [:])
  }

  @Test("several pins come as an object, keys in either case, and what is no pin is left out")
  func several() async throws {
    let body = #"{"v16":1,"V17":1.0,"v6":"x","v1":[12.0,11.0],"d0":1,"v300":1,"v5":null,"v4":{}}"#
    let scripted = Scripted(200, body)
    let values = try await scripted.cloud().values([Pin(16), Pin(17)])
    #expect(
      values == [
        Pin(16): .int(1), Pin(17): .int(1), Pin(6): .string("x"),
        Pin(1): .location(longitude: 12, latitude: 11),
      ] || values[Pin(17)] == .double(1))
    #expect(values.count == 4)
    #expect(values[Pin(17)]?.integer == 1)
    #expect(scripted.asked[0].hasSuffix("get?token=‹blynk.auth_token›&V16&V17"))
    #expect(try await scripted.cloud().all() == values)
  }

  @Test("a write is done be the reply empty or OK", arguments: ["", "OK"])
  func writes(body: String) async throws {
    let scripted = Scripted(200, body)
    try await scripted.cloud().update(Pin(6), .string("a+b c:d"))
    try await scripted.cloud().batchUpdate([Pin(17): .int(1), Pin(6): .string("t")])
    #expect(
      scripted.asked.map { String($0.drop { $0 != "‹" }.dropFirst("‹blynk.auth_token›".count)) }
        == ["&V6=a%2Bb%20c%3Ad", "&V6=t&V17=1"])
  }

  @Test("a pin is V0 to V255 in either case")
  func pins() {
    #expect(["V0", "v255", "V016"].map { Pin($0)?.number } == [0, 255, 16])
    #expect(
      ["", "V", "16", "V256", "V-1", "V+1", "V1 ", "D1", "V1a", "V٣"].compactMap { Pin($0) }.isEmpty
    )
    #expect((0...255).allSatisfy { Pin(Pin(UInt8($0)).description)?.number == UInt8($0) })
  }

  @Test("it knows its own token from another without showing either")
  func ownToken() {
    let cloud = Scripted(200, "").cloud()
    #expect(cloud.holdsToken(Scripted.token))
    for other in ["", "x", Scripted.token + "x", "x" + Scripted.token, "‹blynk.auth_token›"] {
      #expect(!cloud.holdsToken(other))
    }
  }
}
