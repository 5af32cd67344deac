import Core
import HTTP
import Testing

@testable import ParticleAPI

@Suite("Logging in to Particle")
struct LoginTests {
  static let fresh = "9a8b7c6d5e4f30213243546576879aab9a8b7c6d"
  static let granted = """
    {"token_type":"bearer","access_token":"\(fresh)","expires_in":7776000,"refresh_token":"x"}
    """
  static let password = Secret("correct horse", name: "particle.password")
  static let mfa = """
    {"error":"mfa_required","error_description":"Multi-factor authentication required",
     "mfa_token":"eyJ0-mfa-token"}
    """

  static func login(_ scripted: Scripted, client: BasicLogin? = nil) -> ParticleLogin {
    ParticleLogin(url: "https://particle.example/", client: client, transport: scripted.transport)
  }

  static func token(_ scripted: Scripted, lasting: TokenLifetime = .standard) async throws
    -> LoginOutcome
  {
    try await login(scripted).token(user: "me@example.com", password: password, lasting: lasting)
  }

  /// The form that was sent, secrets as names.
  static func form(_ scripted: Scripted, _ index: Int = 0) -> String? {
    guard case .form(let items)? = scripted.requests[index].body else { return nil }
    return items.map { "\($0.name)=\($0.value.map { "\($0)" } ?? "")" }.joined(separator: "&")
  }

  @Test("a password gives a token that prints as its name, for as long as was asked")
  func password() async throws {
    let scripted = Scripted(200, Self.granted)
    guard case .granted(let token) = try await Self.token(scripted, lasting: .forever) else {
      Issue.record("no token")
      return
    }
    #expect(token.secret == Secret(Self.fresh, name: "particle.access_token"))
    #expect(token.expiresInSeconds == 7_776_000)
    #expect(!"\(token)".contains(Self.fresh))
    #expect(scripted.asked == ["POST https://particle.example/oauth/token"])
    #expect(
      Self.form(scripted) == "client_id=particle&client_secret=particle&grant_type=password"
        + "&username=me@example.com&password=‹particle.password›&expires_in=0")
  }

  @Test(
    "a lifetime is sent as the cloud counts it",
    arguments: [
      (TokenLifetime.standard, String?.none), (.seconds(3600), "3600"), (.seconds(0), "1"),
      (.forever, "0"),
    ])
  func lifetimes(lifetime: TokenLifetime, sent: String?) {
    #expect(lifetime.expiresIn == sent)
  }

  @Test("a second factor is a question, and its answer goes back with the cloud's token")
  func secondFactor() async throws {
    guard case .needsCode(let challenge) = try await Self.token(Scripted(403, Self.mfa)) else {
      Issue.record("no challenge")
      return
    }
    #expect(!"\(challenge)".contains("eyJ0"))
    let scripted = Scripted(200, Self.granted)
    let code = Secret("123456", name: "particle.otp")
    let token = try await Self.login(scripted).token(code: code, for: challenge)
    #expect(token.secret.count == 40)
    #expect(
      Self.form(scripted) == "client_id=particle&client_secret=particle"
        + "&grant_type=urn:custom:mfa-otp&mfa_token=‹particle.mfa_token›&otp=‹particle.otp›")
  }

  @Test("a client of one's own travels as HTTP Basic, and may ask for itself")
  func ownClient() async throws {
    let scripted = Scripted(200, Self.granted)
    let client = BasicLogin(user: "mine", password: Secret("s3cr3t-s3cr3t", name: "client"))
    _ = try await Self.login(scripted, client: client)
      .clientToken(scope: "customer=a@example.com", lasting: .seconds(60))
    #expect(scripted.requests[0].login == client)
    #expect(
      Self.form(scripted)
        == "grant_type=client_credentials&scope=customer=a@example.com&expires_in=60")
  }

  @Test(
    "a login that fails has its code",
    arguments: [
      (
        400, #"{"error":"invalid_grant","error_description":"User credentials are invalid"}"#,
        "particle-bad-login"
      ),
      (401, #"{"error":"invalid_client"}"#, "cloud-refused"),
      (400, #"{"error":"invalid_request","error_description":"Missing grant"}"#, "cloud-refused"),
      (403, #"{"error":"mfa_required"}"#, "cloud-refused"),
      (429, "", "rate-limited"), (500, "<html>", "cloud-error"), (200, "{}", "unexpected-reply"),
    ])
  func refusals(status: Int, body: String, code: String) async {
    let error = await refusal { _ = try await Self.token(Scripted(status, body)) }
    #expect(error?.problem.code == code)
  }

  @Test("a reply that cannot be read is not shown: a token may be in it")
  func hidden() async {
    let odd = Scripted(200, #"{"access_tokens":["\#(Self.fresh)"]}"#)
    let error = await refusal { _ = try await Self.token(odd) }
    #expect(error?.problem.code == "unexpected-reply")
    let page = "\(String(describing: error)) \(String(describing: error?.problem))"
    #expect(!page.contains(Self.fresh))
  }

  @Test("an answer that repeats the password is shown without it")
  func echoedPassword() async {
    let error = await refusal {
      _ = try await Self.token(Scripted(400, #"{"error":"no correct horse here"}"#))
    }
    #expect(error?.witness.answer.contains("correct horse") == false)
    #expect(error?.problem.causes.english.contains("correct horse") == false)
  }
}
