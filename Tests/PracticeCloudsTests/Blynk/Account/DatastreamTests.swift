import Testing

@testable import PracticeClouds

@Suite("Datastream")
struct DatastreamTests {
  private func stream(_ type: DatastreamType, min: Double? = nil, max: Double? = nil) -> Datastream
  {
    Datastream(id: 1, name: "n", alias: "a", pin: 1, type: type, min: min, max: max)
  }

  @Test("an Integer stream keeps every number between its bounds and cuts the others")
  func integerIsCut() {
    let stream = stream(.integer, min: -3, max: 5)
    for number in -20...20 {
      let kept = Int32(Swift.max(-3, Swift.min(5, number)))
      #expect(stream.value(of: "\(number)", parsing: .strict) == .integer(kept))
    }
  }

  @Test("an Integer stream holds 32 bits", arguments: [Int32.min, -1, 0, 1, Int32.max])
  func integerBounds(number: Int32) {
    #expect(stream(.integer).value(of: "\(number)", parsing: .strict) == .integer(number))
    #expect(stream(.integer).value(of: "\(number)", parsing: .lenient) == .integer(number))
  }

  @Test(
    "an Integer stream refuses what is no whole number",
    arguments: ["", "abc", "123.45", "1.0", "1e3", " 1", "0x1", "2147483648", "-2147483649"])
  func integerRefuses(text: String) {
    #expect(stream(.integer).value(of: text, parsing: .strict) == nil)
  }

  @Test("a lenient Integer stream takes 1.0 as 1 and cuts to 32 bits")
  func lenient() {
    let stream = stream(.integer)
    #expect(stream.value(of: "1.0", parsing: .lenient) == .integer(1))
    #expect(stream.value(of: "99999999999", parsing: .lenient) == .integer(.max))
    #expect(stream.value(of: "-99999999999", parsing: .lenient) == .integer(.min))
    #expect(stream.value(of: "1.5", parsing: .lenient) == nil)
  }

  @Test("a Double stream takes decimals and cuts them")
  func double() {
    let stream = stream(.double, min: 0, max: 3.3)
    #expect(stream.value(of: "3.141590", parsing: .strict) == .double(3.14159))
    #expect(stream.value(of: "9", parsing: .strict) == .double(3.3))
    #expect(stream.value(of: "-1e9", parsing: .strict) == .double(0))
  }

  @Test(
    "a Double stream refuses what is no decimal number",
    arguments: ["", "abc", "nan", "inf", "0x1p3", "1e999", "1,5", "1 "])
  func doubleRefuses(text: String) {
    #expect(stream(.double).value(of: text, parsing: .strict) == nil)
  }

  @Test("a String stream takes any text up to 1024 bytes")
  func string() {
    let longest = String(repeating: "ü", count: 512)
    #expect(stream(.string).value(of: longest, parsing: .strict) == .string(longest))
    #expect(stream(.string).value(of: longest + "x", parsing: .strict) == nil)
    #expect(stream(.string).value(of: "", parsing: .strict) == .string(""))
  }
}
