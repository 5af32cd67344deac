import Testing

@testable import HTTP

@Suite struct LoopbackTests {
  @Test(
    "these hosts are this machine",
    arguments: ["localhost", "LocalHost", "127.0.0.1", "127.255.3.4", "::1", "[::1]"])
  func here(host: String) {
    #expect(Loopback.contains(host: host))
  }

  @Test(
    "these hosts are not this machine",
    arguments: [
      "127.example.com", "127.0.0.1.example.com", "localhost.example.com", "128.0.0.1", "127.1",
      "127.0.0.256", "127.0.0.-1", "127.0.0.+1", "127.0.0.", "[::2]", "", "10.127.0.1",
    ])
  func elsewhere(host: String) {
    #expect(!Loopback.contains(host: host))
  }
}
