import Testing

@testable import PracticeClouds

@Suite("BlynkPin")
struct BlynkPinTests {
  @Test("V0 to V255 are pins, in either case, and show in small letters")
  func virtualPins() {
    for number in 0...255 {
      #expect(BlynkPin("V\(number)") == BlynkPin(.virtual, number))
      #expect(BlynkPin("v\(number)")?.name == "v\(number)")
    }
  }

  @Test("the pins of real hardware are pins too")
  func otherKinds() {
    #expect(BlynkPin("D7") == BlynkPin(.digital, 7))
    #expect(BlynkPin("a0") == BlynkPin(.analog, 0))
  }

  @Test(
    "anything else is not a pin",
    arguments: ["", "V", "16", "V256", "V1000", "V-1", "V+1", "x1", "V1a", "V 1", "V１", "token"])
  func others(text: String) {
    #expect(BlynkPin(text) == nil)
  }
}
