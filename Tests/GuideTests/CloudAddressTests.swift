import Testing

@testable import Guide

@Suite("CloudAddress")
struct CloudAddressTests {
  @Test(
    "an address becomes its URL",
    arguments: [
      ("ny3", "https://ny3.blynk.cloud"), ("FRA1", "https://fra1.blynk.cloud"),
      ("ny3.blynk.cloud", "https://ny3.blynk.cloud"),
      ("https://ny3.blynk.cloud/", "https://ny3.blynk.cloud"),
      ("https://blynk.cloud/dashboard/123/global?x=1#y", "https://blynk.cloud"),
      ("https://ny3.blynk.cloud:443", "https://ny3.blynk.cloud"),
      ("iot.example.com:9443", "https://iot.example.com:9443"),
      ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"), ("127.0.0.1:80", "http://127.0.0.1"),
      ("localhost:8080", "http://localhost:8080"), ("http://[::1]:9000", "http://[::1]:9000"),
      ("https://localhost:8443", "https://localhost:8443"), ("10.0.0.5", "https://10.0.0.5"),
    ])
  func read(typed: String, url: String) throws {
    #expect(try CloudAddress.url(typed) == url)
    #expect(try CloudAddress.url(url) == url)
  }

  @Test(
    "what is no address is refused",
    arguments: [
      "", "ny4", "https://", "ftp://a.b", "a..b", "-a.b", "a-.b", "a b.c", "a.b:0", "a.b:70000",
      "a.b:", "user@a.b", "https://user:pw@a.b", "javascript:alert(1)", "127.0.0", "[::2]",
      "ny3.blynk.cloud\u{0}", "ex\u{430}mple.com",
    ])
  func refused(typed: String) {
    #expect(throws: CloudAddress.Fault.notAHost) { try CloudAddress.url(typed) }
  }

  @Test(
    "plain http leaves this machine for nowhere",
    arguments: [
      "http://ny3.blynk.cloud", "http://10.0.0.1", "http://128.0.0.1",
      "http://127.0.0.1.example.com",
      "http://localhost.example.com",
    ])
  func plain(typed: String) {
    #expect(throws: CloudAddress.Fault.plainHTTP) { try CloudAddress.url(typed) }
  }

  @Test("only Blynk's own hosts are a region's address, written out")
  func region() {
    for text in [
      "fra1.blynk.cloud", "https://blynk.cloud/dashboard/1", " https://ny3.blynk.cloud/ ",
    ] {
      #expect(AnswerShape.isRegionAddress(text), "\(text)")
    }
    for text in [
      "ny3", "https://console.particle.io/devices/1", "https://blynk.cloud.example.com", "blynk",
    ] {
      #expect(!AnswerShape.isRegionAddress(text), "\(text)")
    }
  }

  @Test("a slip in a region's name is guessed")
  func guess() {
    guard case .failure(let mismatch) = AnswerShape.cloudHost.parse("nyc3", for: "blynk.server")
    else {
      Issue.record("nyc3 was taken")
      return
    }
    #expect(
      mismatch.words.english
        == "nyc3 is not an address I can use. Give a host such as ny3.blynk.cloud, or a region: "
        + "ny3, fra1, lon1, sgp1 or blr1. Did you mean ny3?")
  }
}
