import ParticleAPI
import Testing

@testable import Capabilities

@Suite("News of a flash")
struct FlashProgressTests {
  @Test(
    "what Particle's events say of it; some end in a blank",
    arguments: [
      ("spark/flash/status", "success", .accepted), ("spark/flash/status", "success ", .accepted),
      ("spark/flash/status", "failed", .failed), ("spark/flash/status", "failed ", .failed),
      ("spark/flash/status", "started ", .started), ("spark/flash/status", "", nil),
      ("spark/status", "online", .online), ("spark/status", "offline", .offline),
      ("spark/status", "auto-update", nil), ("spark/status/safe-mode", "{}", .safeMode),
      ("blynk_https_get", "success", nil),
    ] as [(String, String, FlashProgress?)])
  func news(name: String, data: String, news: FlashProgress?) {
    #expect(FlashProgress(CloudEvent(name: name, data: data)) == news)
  }
}
