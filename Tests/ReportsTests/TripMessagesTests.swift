import Core
import RoundTrip
import Testing

@testable import Reports

@Suite("What a trip is doing")
struct TripMessagesTests {
  @Test("the legs are told in their order, and none whose way there is not seen yet")
  func order() {
    var news = TripMessages()
    #expect(news.words(.sent(1)) == "V16 is set to 1; waiting for the device")
    let early: Phrase = "Something of it is seen; waiting for the rest"
    #expect(news.words(.seen(.forward, ms: 9)) == early)
    #expect(news.words(.seen(.publish, ms: 7)) == early)
    #expect(news.words(.seen(.write, ms: 12)) == "Seen: write")
    #expect(news.words(.seen(.call, ms: 7)) == "Seen: write, call, publish and forward")
    _ = news.words(.sent(0))
    #expect(news.words(.seen(.write, ms: 3)) == "Seen: write")
  }
}
