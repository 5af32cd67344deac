import Testing

@testable import Footbridge

@Suite("Times that a person types")
struct TimeTextTests {
  @Test(
    "a number and a unit, up to a day",
    arguments: [
      ("3s", 3_000), ("500ms", 500), ("1.5s", 1_500), ("2m", 120_000), ("0.1ms", 0.1),
      ("1440m", 86_400_000),
    ] as [(String, Double)])
  func right(text: String, milliseconds: Double) {
    #expect(TimeText.duration(text) == .microseconds(Int(milliseconds * 1_000)))
  }

  @Test(
    "anything else is none",
    arguments: [
      "", "3", "s", "ms", "-1s", "0s", "1e3s", "nans", "infs", "1 s", "1.2.3s", "3h", "1441m",
      "٣s", "+1s", "0x10s",
    ])
  func wrong(text: String) { #expect(TimeText.duration(text) == nil) }
}
