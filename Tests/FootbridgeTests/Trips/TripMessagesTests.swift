import RoundTrip
import Testing

@testable import Footbridge

@Suite("What a trip is doing")
struct TripMessagesTests {
  @Test("the legs are told in their order, in whatever order they are seen")
  func order() {
    var news = TripMessages()
    #expect(news.words(.sent(1)) == "V16 is set to 1; waiting for the device")
    #expect(news.words(.seen(.forward, ms: 9)) == "Seen: forward")
    #expect(news.words(.seen(.publish, ms: 7)) == "Seen: publish and forward")
    #expect(news.words(.seen(.write, ms: 12)) == "Seen: write, publish and forward")
    #expect(news.words(.seen(.call, ms: 7)) == "Seen: write, call, publish and forward")
    _ = news.words(.sent(0))
    #expect(news.words(.seen(.write, ms: 3)) == "Seen: write")
  }
}
