import Testing

@testable import RoundTrip

@Suite("What is wrong with an event's data")
struct PayloadDefectTests {
  private static let token = "k7Qx2mNv9LpRt4Wz8YbHc3JdF6SgA1Ue"

  /// Nil for data as they should be.
  private static func defect(_ data: String) -> PayloadDefect? {
    do throws(PayloadDefect.Failure) {
      return try DevicePayload(data, World.plan) { $0 == token }.defect
    } catch {
      return error.defect
    }
  }

  /// The data of the guide's sketch, with a field as given.
  private static func data(_ fields: String) -> String { #"{"t":"\#(token)",\#(fields)}"# }

  static let rows: [(String, Cause?)] = [
    (data(#""v14":7,"v15":3.1,"v17":1"#), nil),
    (data(#""v14":"7","v15":"3.1","v17":"1""#), nil),
    (data(#""v14":7.0,"v15":3,"v17":1.0,"v3":null,"more":{"a":[1]}"#), nil),
    (" " + data(#""v14":7,"v15":3.1,"v17":1"#) + "\r\n", nil),
    // Cut short: within a text, a number, a name, after a colon, a comma, a backslash.
    (#"{"t":"k7Qx2m"#, .payloadTruncated), (#"{"t":"T","v14":12"#, .payloadTruncated),
    (#"{"t":"T","v1"#, .payloadTruncated), (#"{"t":"T","v14":"#, .payloadTruncated),
    (#"{"t":"T","v14":1,"#, .payloadTruncated), (#"{"t":"T\"#, .payloadTruncated),
    (#"{"t":"T","v18":nu"#, .payloadTruncated), (#"{"t":"T","v18":-"#, .payloadTruncated),
    ("{", .payloadTruncated), (#"["#, .payloadTruncated), (#""abc"#, .payloadTruncated),
    (String(data(#""n":"\#(String(repeating: "ä", count: 700))"#).prefix(600)), .payloadTruncated),
    (#"{"t":"T","n":"ab\#u{FFFD}"#, .payloadTruncated),
    // Whole, and no JSON.
    (data(#""v14":7,"v15":3.1,"v17":1,"v18":nan"#), .payloadNotJSON),
    (data(#""v14":7,"v15":-inf,"v17":1"#), .payloadNotJSON),
    (data(#""v10":no battery"#), .payloadNotJSON), (data(#""v14":7,"#), .payloadNotJSON),
    (data(#""v14":07"#), .payloadNotJSON), (data(#""v14":0x7"#), .payloadNotJSON),
    ("{'t':'T'}", .payloadNotJSON), ("hello", .payloadNotJSON), ("", .payloadNotJSON),
    ("undefined", .payloadNotJSON), ("3.", .payloadNotJSON), ("tru", .payloadNotJSON),
    ("\u{FEFF}" + data(#""v14":7,"v15":3.1,"v17":1"#), .payloadNotJSON),
    (data(#""v14":7,"v15":3.1,"v17":1"#) + "}", .payloadNotJSON),
    (data(#""v14":7,"v15":3.1,"v17":1"#) + data(#""v14":7"#), .payloadNotJSON),
    // JSON, and no object.
    ("3.14", .payloadNotObject), ("null", .payloadNotObject), ("true", .payloadNotObject),
    ("[1,2]", .payloadNotObject), (#""text""#, .payloadNotObject),
    (#""{\"t\":\"\#(token)\",\"v17\":1}""#, .payloadNotObject),
    (#"[{"t":"T","v14":1,"v15":1,"v17":1}]"#, .payloadNotObject),
    // An object without a field.
    ("{}", .payloadMissingField), (data(#""v14":7,"v15":3.1"#), .payloadMissingField),
    (data(#""v14":7,"v17":1"#), .payloadMissingField),
    (#"{"v14":7,"v15":3.1,"v17":1}"#, .payloadMissingField),
    (#"{"T":"\#(token)","V14":7,"V15":3.1,"V17":1}"#, .payloadMissingField),
    (#"{"data":\#(data(#""v14":7,"v15":3.1,"v17":1"#))}"#, .payloadMissingField),
    // A value that is none.
    (data(#""v14":7,"v15":3.1,"v17":true"#), .payloadWrongValue),
    (data(#""v14":7,"v15":null,"v17":1"#), .payloadWrongValue),
    (data(#""v14":[7],"v15":3.1,"v17":1"#), .payloadWrongValue),
    (data(#""v14":7,"v15":{"x":1},"v17":1"#), .payloadWrongValue),
    (data(#""v14":7,"v15":"warm","v17":1"#), .payloadWrongValue),
    (data(#""v14":7,"v15":"","v17":1"#), .payloadWrongValue),
    (#"{"t":null,"v14":7,"v15":3.1,"v17":1}"#, .payloadWrongValue),
  ]

  @Test("four kinds of data that cannot be read, and values that are none, are told apart")
  func kinds() {
    for (data, cause) in Self.rows {
      #expect(Self.defect(data)?.cause == cause, "\(data)")
    }
  }

  @Test("the evidence quotes the data where they do not fit, and never a token, whole or cut")
  func evidence() throws {
    for (data, cause) in Self.rows where cause != nil {
      let evidence = try #require(Self.defect(data)).evidence("blynk_https_get")
      for length in stride(from: 6, through: 32, by: 13) {
        #expect(!evidence.english.contains(Self.token.prefix(length)), "\(evidence)")
      }
      #expect(evidence.english.contains("blynk_https_get") && evidence.english.count < 300)
    }
    let nan = Self.defect(Self.data(#""v14":7,"v15":3.1,"v17":1,"v18":nan"#))
    #expect(nan?.evidence("e").english.contains("nan") == true)
    #expect(
      Self.defect("3.14")?.evidence("e")
        == "The data of e are JSON, and no object but a number: 3.14")
    let cut = "{\"t\":\"" + String(repeating: "ab ", count: 500)
    #expect(
      Self.defect(String(cut.prefix(622)))?.evidence("e").english.contains("a limit of Particle's")
        == true)
    #expect(
      Self.defect(String(cut.prefix(623)))?.evidence("e").english.contains("a limit") == false)
  }

  @Test("numbers as texts and as floats tell the echo; of two of one name the last counts")
  func echo() throws {
    for (field, echo) in [
      (#""v17":"1""#, Int64(1)), (#""v17":1.0"#, 1), (#""v17":1e0"#, 1), (#""v17":0,"v17":1"#, 1),
      (#""v17":true"#, 1), (#""v17":false"#, 0), (#""v17":" 1""#, nil), (#""v17":null"#, nil),
    ] as [(String, Int64?)] {
      let payload = try DevicePayload(Self.data(field), World.plan) { _ in true }
      #expect(payload.echo == echo, "\(field)")
    }
  }
}
