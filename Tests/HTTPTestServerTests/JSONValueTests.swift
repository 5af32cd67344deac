import Testing

@testable import HTTPTestServer

struct JSONValueTests {
  @Test(
    "numbers print as JavaScript prints them",
    arguments: [
      ("0", "0"), ("-0.0", "0"), ("1.0", "1"), ("-1", "-1"), ("3.141590", "3.14159"),
      ("1e21", "1e+21"), ("1e20", "100000000000000000000"), ("0.1", "0.1"), ("1e-6", "0.000001"),
      ("123456789012345678901", "123456789012345680000"), ("1e-7", "1e-7"), ("1.5e-7", "1.5e-7"),
      ("1.25e300", "1.25e+300"), ("9007199254740992", "9007199254740992"), ("5e-324", "5e-324"),
      ("1.7976931348623157e308", "1.7976931348623157e+308"), ("1234.5678", "1234.5678"),
      ("0.30000000000000004", "0.30000000000000004"), ("1e999", "null"), ("-2.50", "-2.5"),
      ("12345678901234567890", "12345678901234567000"), ("1.2345e19", "12345000000000000000"),
    ])
  func numbers(_ text: String, _ printed: String) {
    #expect(JSONValue(parsing: text)?.text == printed)
  }

  @Test("a number printed reads back as the same number")
  func roundTrip() {
    var bits: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<20_000 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(bitPattern: bits)
      guard number.isFinite else { continue }
      #expect(Double(JSONValue.script(number)) == number)
    }
  }

  @Test(
    "text that JSON.parse takes comes back compact, keys in their order",
    arguments: [
      (
        #" { "b" : 1.0 , "a" : [ true , null , "x\u0041\n" ] } "#,
        #"{"b":1,"a":[true,null,"xA\n"]}"#
      ),
      (#""\ud83d\ude00""#, "\"😀\""), (#""\ud83d""#, "\"\u{FFFD}\""), ("-0.5e1", "-5"),
      (#"{"a":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#), ("[]", "[]"), ("{}", "{}"),
      ("\"\\u0001\"", #""\u0001""#), ("\"\\/\"", "\"/\""),
    ])
  func taken(_ text: String, _ compact: String) {
    #expect(JSONValue(parsing: text)?.text == compact)
  }

  @Test("text that JSON.parse refuses is no value", arguments: ["", "{a:1}", "{\"v14\":12"])
  func refused(_ text: String) {
    #expect(JSONValue(parsing: text) == nil)
  }

  @Test("an object finds, replaces and loses members, be they few or many", arguments: [5, 100])
  func members(_ count: Int) {
    var object = JSONObject((0..<count).map { ("k\($0)", .number(Double($0))) })
    object["k1"] = "new"
    object["k0"] = nil
    object["more"] = true
    object["none"] = nil
    #expect(object.members.map(\.name) == (1..<count).map { "k\($0)" } + ["more"])
    #expect(object["k0"] == nil)
    #expect(object["k1"] == "new")
    #expect(object["k\(count - 1)"] == .number(Double(count - 1)))
    object["k\(count - 1)"] = "last"
    #expect(object["more"] == true)
    #expect(object == JSONObject(object.members.map { ($0.name, $0.value) }))
    for number in 1..<count { object["k\(number)"] = nil }
    #expect(object == JSONObject([("more", true)]))
  }
}
