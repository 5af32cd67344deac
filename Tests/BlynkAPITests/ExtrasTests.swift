import Core
import HTTP
import Testing

@testable import BlynkAPI

@Suite("Events, properties, metadata, history")
struct ExtrasTests {
  /// What was asked after the token.
  static func asked(_ scripted: Scripted) -> [String] {
    scripted.asked.map {
      $0.replacing("https://ny3.blynk.cloud/external/api/", with: "")
        .replacing("token=‹blynk.auth_token›", with: "T")
    }
  }

  @Test("an event is logged with or without a description")
  func events() async throws {
    let scripted = Scripted(200, "")
    try await scripted.cloud().logEvent("led_on")
    try await scripted.cloud().logEvent("led_on", description: "a & b")
    #expect(
      Self.asked(scripted) == [
        "GET logEvent?T&code=led_on", "GET logEvent?T&code=led_on&description=a%20%26%20b",
      ])
  }

  @Test("a property of a widget goes by its pin, a colour encoded")
  func property() async throws {
    let scripted = Scripted(200, "")
    try await scripted.cloud().setProperty("color", of: Pin(17), to: "#FF00FF")
    #expect(Self.asked(scripted) == ["GET update/property?T&pin=V17&color=%23FF00FF"])
  }

  @Test("a datastream is read and written by its number, a location with two values")
  func streams() async throws {
    let scripted = Scripted(200, "7")
    #expect(try await scripted.cloud().value(datastream: 5) == .int(7))
    try await scripted.cloud().update(datastream: 5, .double(1.5))
    try await scripted.cloud().update(Pin(3), .location(longitude: -73.5, latitude: 40))
    #expect(
      Self.asked(scripted) == [
        "GET get?T&dataStreamId=5", "GET update?T&dataStreamId=5&value=1.5",
        "GET update?T&pin=V3&value=-73.5&value=40.0",
      ])
  }

  @Test("metadata is read by number, written by number or name")
  func metadata() async throws {
    let scripted = Scripted(200, #"{"type":"Text","value":"e00fce68"}"#)
    let field = try await scripted.cloud().metaField(3)
    #expect(field == MetaField(type: "Text", value: "e00fce68"))
    try await scripted.cloud().setMetaField(3, to: "x")
    try await scripted.cloud().setMetaField(named: "Particle Id", to: "x")
    #expect(
      Self.asked(scripted) == [
        "GET device/meta?T&metaFieldId=3", "GET device/meta/update?T&metaFieldId=3&value=x",
        "GET device/meta/update?T&metaFieldName=Particle%20Id&value=x",
      ])
    let odd = Scripted(200, #"{"type":null,"value":[1,2]}"#)
    #expect(try await odd.cloud().metaField(1) == MetaField(type: nil, value: nil))
  }

  @Test("an export is a link, asked for with what was chosen")
  func export() async throws {
    let scripted = Scripted(200, #"{"link":"https://server_address/device_data.zip"}"#)
    let query = HistoryQuery(pin: Pin(15), period: .threeMonths, granularity: .hourly)
    #expect(try await scripted.cloud().export(query) == "https://server_address/device_data.zip")
    _ = try await scripted.cloud().export()
    #expect(
      Self.asked(scripted) == [
        "GET data/get?T&pin=V15&period=THREE_MONTHS&granularityType=HOURLY", "GET data/get?T",
      ])
  }

  @Test("values of the past are pairs of time and value, each as its type is written")
  func upload() async throws {
    let scripted = Scripted(200, "OK")
    let points = [
      HistoryPoint(1_626_863_400_000, .int(1)), HistoryPoint(2, .double(3.25)),
      HistoryPoint(3, .string("a/\"b")), HistoryPoint(4, .location(longitude: 1.5, latitude: 2.5)),
    ]
    try await scripted.cloud().upload(points, to: Pin(14))
    #expect(Self.asked(scripted) == ["POST batch/update?T&pin=V14"])
    guard case .text("application/json", let text)? = scripted.requests[0].body else {
      Issue.record("the body is not JSON")
      return
    }
    #expect(text.shown() == #"[[1626863400000,1],[2,3.25],[3,"a/\"b"],[4,[1.5,2.5]]]"#)
  }
}
