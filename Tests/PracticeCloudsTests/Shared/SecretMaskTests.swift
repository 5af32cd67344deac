import Testing

@testable import PracticeClouds

@Suite("SecretMask")
struct SecretMaskTests {
  private static let hex = "0123456789abcdef0123456789abcdef01234567"

  @Test(
    "tokens show as their names, wherever they stand",
    arguments: [
      ("/external/api/get?token=abc&V16", "/external/api/get?token=‹blynk.auth_token›&V16"),
      ("/v1/devices?access_token=abc", "/v1/devices?access_token=‹particle.access_token›"),
      ("/v1/access_tokens/\(hex)", "/v1/access_tokens/‹particle.access_token›"),
      ("/v1/devices/0123456789abcdef01234567/ping", "/v1/devices/0123456789abcdef01234567/ping"),
      ("http://h:1/p?V16=1", "http://h:1/p?V16=1"),
    ])
  func targets(target: String, masked: String) {
    #expect(SecretMask.target(target) == masked)
  }

  @Test("an Authorization header keeps its scheme only")
  func headers() {
    #expect(
      SecretMask.header("authorization", "Bearer \(Self.hex)") == "Bearer ‹particle.access_token›")
    #expect(SecretMask.header("Accept", "text/html") == "text/html")
  }
}
