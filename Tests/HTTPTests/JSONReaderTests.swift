import Testing

@testable import HTTP

@Suite("JSON is read as JavaScript reads it") struct JSONReaderTests {
  private func line(_ text: String) -> String? {
    (try? JSONReader.read(Array(text.utf8)))?.line
  }

  @Test(
    "what JSON.parse takes comes back on one line, members in their order, numbers as written",
    arguments: [
      (
        #" { "b" : 1.0 , "a" : [ true , null , "x\u0041\n" ] } "#,
        #"{"b":1.0,"a":[true,null,"xA\n"]}"#
      ),
      (#""\ud83d\ude00""#, "\"😀\""), (#""\ud83d""#, "\"\u{FFFD}\""),
      (#""\ud83d\u0041""#, "\"\u{FFFD}A\""), (#""\ude00""#, "\"\u{FFFD}\""),
      (#"{"a":1,"b":2,"a":3}"#, #"{"a":1,"b":2,"a":3}"#), ("[]", "[]"), ("{}", "{}"),
      ("\t\r\n[ ]", "[]"), ("\"\\u0001\"", #""\u0001""#), ("\"\\/\\b\\f\"", #""/\u0008\u000c""#),
      ("-0.5e1", "-0.5e1"), ("1E+9", "1E+9"), ("0", "0"), ("-0", "-0"), ("10e-3", "10e-3"),
    ])
  func taken(_ text: String, _ line: String) {
    #expect(self.line(text) == line)
  }

  @Test(
    "what JSON.parse refuses is a fault",
    arguments: [
      "", " ", "{", "[1,]", "[,1]", "{\"a\":1,}", "{a:1}", "'a'", "01", "-", "-01", "1.", ".5",
      "+1", "1e", "1e+", "NaN", "-nan", "-Infinity", "0x10", "1_000", "tru", "truer", "\"a",
      "\"\u{1}\"", "\"\\x\"", "\"\\u12g4\"", "\"\\u+123\"", "\"\\u12", "1 2", "[1 2]", "{\"a\" 1}",
      "39.7,-104.9", "{\"t\":\"abc\",\"v14\":12", "\u{FEFF}{}",
      String(repeating: "[", count: 1000),
    ])
  func refused(_ text: String) {
    #expect(line(text) == nil)
  }

  @Test(
    "a fault says where it is", arguments: [("[1,x]", 3), ("{\"a\":01}", 6), ("\"\\u12g4\"", 5)])
  func places(_ text: String, _ offset: Int) {
    #expect(throws: JSONReader.Fault(offset: offset)) { try JSONReader.read(Array(text.utf8)) }
  }
}
