import Core
import Testing

@testable import Terminal

@Suite("Problem pages")
struct ProblemPageTests {
  private let problem = Problem(
    code: "blynk-bad-token", title: "Blynk does not know this token",
    attempt: "I asked Blynk for V16, to be sure the AuthToken is right:",
    evidence: [
      "GET https://ny3.blynk.cloud/external/api/get?token=‹blynk.auth_token›&V16",
      #"400  {"error":{"message":"Invalid token."}}"#,
    ],
    causes: "I tried the other four regions too; none knows it. Was the device deleted?",
    next: "Copy the token from Developer Tools once more.", outcome: .finding)

  @Test("the page has the form of the style sheet")
  func page() {
    #expect(
      PageRenderer(traits: TerminalTraits()).problem(problem, place: "activation, step 2") == """
        ── BLYNK DOES NOT KNOW THIS TOKEN ─────────────────────── activation, step 2
        I asked Blynk for V16, to be sure the AuthToken is right:

            GET https://ny3.blynk.cloud/external/api/get?token=‹blynk.auth_token›&V16
            400  {"error":{"message":"Invalid token."}}

        I tried the other four regions too; none knows it. Was the device deleted?
        Copy the token from Developer Tools once more.

        """)
  }

  @Test("in 40 columns of ASCII the place goes below the title, and evidence stays verbatim")
  func narrow() {
    let page = PageRenderer(traits: TerminalTraits(width: 40, unicode: false))
    #expect(
      page.problem(problem, place: "activation, step 2") == """
        -- BLYNK DOES NOT KNOW THIS TOKEN
           activation, step 2
        I asked Blynk for V16, to be sure the
        AuthToken is right:

            GET https://ny3.blynk.cloud/external/api/get?token=<blynk.auth_token>&V16
            400  {"error":{"message":"Invalid token."}}

        I tried the other four regions too; none
        knows it. Was the device deleted?
        Copy the token from Developer Tools once
        more.

        """)
  }

  @Test("without a place the rule runs to the edge, and missing parts leave no gap")
  func bare() {
    let bare = Problem(code: "x", title: "No room", next: "Make some.", outcome: .usage)
    #expect(
      PageRenderer(traits: TerminalTraits(width: 30)).problem(bare, place: nil) == """
        ── NO ROOM ───────────────────

        Make some.

        """)
  }

  @Test("paragraphs in a problem stay apart, and backticks are drawn as code")
  func paragraphs() {
    var long = problem
    long.causes = "One.\n\nTwo, see `footbridge test`."
    let page = PageRenderer(traits: TerminalTraits(colour: true)).problem(long, place: nil)
    #expect(page.contains("One.\n\nTwo, see \u{1B}[36m`footbridge test`\u{1B}[0m.\n\nCopy"))
  }
}
