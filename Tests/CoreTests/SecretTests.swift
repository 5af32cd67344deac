import Testing

@testable import Core

@Suite struct SecretTests {
  let secret = Secret("s3cr3t-s3cr3t", name: "blynk.auth_token")

  @Test("a secret prints as its name, however it is printed")
  func printed() {
    var dumped = ""
    dump([secret], to: &dumped)
    let shown = [
      "\(secret)", String(describing: secret), String(reflecting: secret), dumped,
      "\([secret])", "\(Optional(secret) as Any)", String(describing: Mirror(reflecting: secret)),
    ]
    for text in shown { #expect(!text.contains("s3cr3t")) }
    #expect("\(secret)" == "‹blynk.auth_token›")
  }

  @Test("veiled text shows names and opens to the value")
  func veiled() {
    let text: MaskedText = "Bearer \(secret)!"
    #expect(text.description == "Bearer ‹blynk.auth_token›!")
    #expect(text.open() == "Bearer s3cr3t-s3cr3t!")
    #expect(text.secrets == [secret])
    var dumped = ""
    dump(text, to: &dumped)
    #expect(!dumped.contains("s3cr3t"))
  }

  @Test(
    "a scrubber finds a secret raw, percent-encoded and in base64, and drops control characters")
  func scrubbed() {
    let odd = Secret("a+b/c=d e f g", name: "odd")
    let scrubber = Scrubber([odd])
    let forms = [
      odd.open(), odd.open().percentEncoded(), Base64.encode(Array(odd.open().utf8)),
      #"a+b\/c\u003dd e f g"#, "a%2Bb%252Fc=d+e+f+g",
    ]
    for form in forms { #expect(scrubber.scrub("x\(form)y").contains("‹odd›"), "\(form)") }
    #expect(Scrubber([]).scrub("a\u{1B}[31mb\u{7}\nc\td") == "a[31mb\nc\td")
  }
}
