import Particle
import Testing

@testable import Footbridge

@Suite("News of a flash")
struct FlashNewsTests {
  @Test(
    "what Particle's events say of it; some end in a blank",
    arguments: [
      ("spark/flash/status", "success", .accepted), ("spark/flash/status", "success ", .accepted),
      ("spark/flash/status", "failed", .failed), ("spark/flash/status", "failed ", .failed),
      ("spark/flash/status", "started ", .started), ("spark/flash/status", "", nil),
      ("spark/status", "online", .online), ("spark/status", "offline", .offline),
      ("spark/status", "auto-update", nil), ("spark/status/safe-mode", "{}", .safeMode),
      ("blynk_https_get", "success", nil),
    ] as [(String, String, FlashNews?)])
  func news(name: String, data: String, news: FlashNews?) {
    #expect(FlashNews(CloudEvent(name: name, data: data)) == news)
  }
}
