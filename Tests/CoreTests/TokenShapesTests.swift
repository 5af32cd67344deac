import Core
import Testing

/// Tokens that nobody told us of, and what must stay readable beside them.
@Suite("Tokens by their shape")
struct TokenShapesTests {
  private static let drawn = "abcdefghijklmnopqrstuvwxyzABCDEF"
  private static let blynk = "aB3-xK9_qW2eR5tY7uI1oP4sD6fG8hJ0"
  private static let particle = "0123456789abcdef0123456789abcdef01234567"
  private static let web = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwdXBpbCJ9.c2lnbmF0dXJlLW9mLTE"

  @Test(
    "a stranger's token is its kind, wherever it stands",
    arguments: [
      ("url is http://h/x?token=\(drawn), not http://h/x", drawn),
      ("https://h/?a=1&access_token=\(particle)&b", particle),
      ("{\"access_token\":\"\(particle)\"}", particle),
      (#"{\"auth_token\": \"short-one\"}"#, "short-one"), ("it is \(blynk).", blynk),
      ("it is \(drawn.uppercased()) in capitals", drawn.uppercased()),
      ("gone: \(particle.uppercased())", particle.uppercased()),
      ("Authorization: Bearer \(blynk)", blynk), ("authorization=Bearer%20\(particle)", particle),
      ("Bearer abcdef012345", "abcdef012345"), ("Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"),
      ("\"Authorization\":\"Basic dXNlcjpwYXNz\"", "dXNlcjpwYXNz"),
      ("https://me:hunter2@example.com/x", "hunter2"), ("jwt \(web) end", web),
      ("Cookie: sid=4711; lang=de", "4711"), ("Set-Cookie: s=abcdef; Path=/", "abcdef"),
      ("client_secret=s3cr3t-s3cr3t&x", "s3cr3t-s3cr3t"), ("\"client_secret\" : \"s3cr\"", "s3cr"),
      ("'password': 'correct horse'", "correct horse"),
      ("X-Api-Key: k3y0123456789", "k3y0123456789"),
      ("BLYNK_AUTH_TOKEN=\(blynk)", blynk), ("\"otp\":123456", "123456"),
      ("u=http%3A%2F%2Fh%2F%3Ftoken%3Dvery-secret%26a%3D1", "very-secret"),
      ("path /external/api/\(blynk)/get", blynk), ("ghp_abcdefghijklmnopqrstuvwxyz0123", "ghp_abc"),
      ("particle.access_token: \(particle)", particle),
    ])
  func hidden(text: String, secret: String) {
    let shown = Scrubber([]).scrub(text)
    #expect(!shown.contains(secret), "\(shown)")
    #expect(shown.contains("›"))
  }

  @Test(
    "ordinary evidence stays as it is",
    arguments: [
      "e00fce68aabbccddeeff0011", "device e00fce68aabbccddeeff0011 is online",
      "TMPL4q8nGk1aB", "6f1c2b3a-4d5e-6f70-8192-a3b4c5d6e7f8",
      "https://ny3.blynk.cloud/external/api/batch/update?token={{{blynk_token}}}&V17=1",
      "GET https://ny3.blynk.cloud/external/api/get?token=‹blynk.auth_token›&V16",
      "400  {\"error\":{\"message\":\"Invalid token.\"}}",
      "Blynk knows this token: ny3.blynk.cloud",
      "the token has 32 characters", "?access_token=$PARTICLE_ACCESS_TOKEN", "token=YOUR_TOKEN",
      "Basic authentication is not offered", "the bearer of this", "Basic Integration Settings",
      "V14 = 2147483647, V15 = 3.3", "2026-11-29T07:50:32.123456Z", "grant_type=password&x=1",
      "product 10000: /v1/products/10000/integrations", "integration-default-fields-of-the-page",
      "particle-integration-wrong-field", "--------------------------------", "verdict=pass",
      "https://example.com:8443/a/b?c=d", "V3={{{lon}}},{{{lat}}}", "user@example.com",
      "DeviceConnectionStatusChangeEvent", "{\"v17\":1,\"v18\":nan}", "\"secret\":\"particle-api\"",
      "/tmp/footbridge-6F1C2B3A-4D5E-6F70-8192-A3B4C5D6E7F8/home", "\"token_type\":\"bearer\"",
      "token: expires in 90 days", "Cookie: none",
    ])
  func readable(text: String) {
    #expect(Scrubber([]).scrub(text) == text)
  }

  @Test("a known value is found in any letter case, in each of its spellings")
  func folded() {
    let secret = Secret("a+b/C\"d-0123456789", name: "it")
    let scrubber = Scrubber([secret])
    for text in [
      secret.open(), secret.open().uppercased(), secret.open().lowercased(),
      secret.open().uppercased().percentEncoded(), #"A+B\/c\"D-0123456789"#,
    ] {
      #expect(scrubber.scrub("<\(text)>") == "<‹it›>", "\(text)")
    }
  }

  @Test("no runner of a CI obeys a cloud's text, and no terminal turns its direction")
  func commands() {
    for text in ["##[error]forged", "x ##vso[task.complete]", "x ##[group]y"] {
      let shown = Scrubber([]).scrub(text)
      #expect(!shown.contains("##"), "\(shown)")
    }
    #expect(Scrubber([]).scrub("## a heading") == "## a heading")
    for mark in ["\u{9B}", "\u{1B}", "\u{202E}", "\u{2066}", "\u{2028}", "\u{2029}", "\u{85}"] {
      #expect(Scrubber([]).scrub("a\(mark)b") == "ab")
    }
    #expect(Scrubber([]).scrubbedLine("a\nb\tc") == "a b c")
  }

  @Test("any bytes are text afterwards, and a second look changes nothing")
  func fuzz() {
    var chance = SeededGenerator(seed: 12)
    let parts = [
      "token=", "%3D", "\"password\":\"", "\\\"", "Bearer ", "://", "@", ":", Self.drawn, "eyJ",
      ".",
      "‹", "›", "%", " ", "\n", "Cookie: ", "=", "ä", "##[", Self.particle, "-", "_",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...12, using: &chance))
        .map { _ in parts[Int.random(in: parts.indices, using: &chance)] }.joined()
      let once = TokenShapes.veiled(text)
      #expect(!once.contains(Self.drawn) && !once.contains(Self.particle), "\(text)\n\(once)")
    }
  }
}
