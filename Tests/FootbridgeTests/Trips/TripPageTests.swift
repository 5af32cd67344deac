import Testing

@testable import Footbridge

@Suite("A trip's page")
struct TripPageTests {
  @Test(
    "times have two or three digits and a unit",
    arguments: [
      (nil, "–"), (0, "0.0 ms"), (0.04, "0.0 ms"), (0.06, "0.1 ms"), (5.84, "5.8 ms"),
      (9.94, "9.9 ms"), (10, "10 ms"), (561.8, "562 ms"), (999.4, "999 ms"), (1000, "1.0 s"),
      (1249, "1.2 s"), (83_000, "83.0 s"),
    ] as [(Double?, String)])
  func time(milliseconds: Double?, words: String) {
    #expect(TripPage.time(milliseconds) == words)
  }
}
