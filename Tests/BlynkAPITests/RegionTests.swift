import HTTP
import Testing

@testable import BlynkAPI

@Suite("Blynk's regions")
struct RegionTests {
  static let path = "/external/api/isHardwareConnected?token=x"

  @Test(
    "a redirect within Blynk, or from loopback to loopback, names the region",
    arguments: [
      ("https://ny3.blynk.cloud", "https://lon1.blynk.cloud\(path)", "https://lon1.blynk.cloud"),
      ("https://me.example", "https://LON1.Blynk.Cloud:443/x", "https://lon1.blynk.cloud:443"),
      ("http://127.0.0.1:1", "http://127.0.0.1:2\(path)", "http://127.0.0.1:2"),
      ("http://[::1]:1", "http://localhost:2\(path)", "http://localhost:2"),
    ])
  func right(here: String, location: String, region: String) async {
    let scripted = Scripted(308, "", location: location)
    let error = await refusal { _ = try await scripted.cloud(at: here).isHardwareConnected() }
    guard case .wrongRegion(let url, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(url == region)
    #expect(error?.problem.code == "blynk-wrong-region")
    #expect(error?.problem.evidence.last == "Location: \(region)")
  }

  @Test("the same place over TLS is no other region: it is asked there, once")
  func upgrade() async throws {
    let scripted = Scripted { request in
      let isSecure = "\(request.url)".hasPrefix("https:")
      return isSecure
        ? Response(status: 200, body: Array("true".utf8))
        : Response(
          status: 308, headers: [(name: "Location", value: "https://127.0.0.1:1\(Self.path)")])
    }
    #expect(try await scripted.cloud(at: "http://127.0.0.1:1").isHardwareConnected())
    #expect(scripted.requests.map { "\($0.url)".prefix(6) } == ["http:/", "https:"])
    let circle = Scripted(308, "", location: "https://127.0.0.1:1\(Self.path)")
    let error = await refusal {
      _ = try await circle.cloud(at: "http://127.0.0.1:1").isHardwareConnected()
    }
    #expect(error?.problem.code == "unexpected-reply")
    #expect(circle.requests.count == 2)
  }

  @Test(
    "the token is taken nowhere else",
    arguments: [
      "http://lon1.blynk.cloud/", "https://blynk.cloud.evil.example/", "https://evilblynk.cloud/",
      "https://x.example/.blynk.cloud", "http://127.0.0.1:9/",
      "https://x.example?.blynk.cloud", "https://x.example#.blynk.cloud",
    ])
  func strange(location: String) async {
    let scripted = Scripted(308, "", location: location)
    let error = await refusal { _ = try await scripted.cloud().isHardwareConnected() }
    guard case .strangeRedirect? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.problem.code == "captive-portal")
    #expect(error?.problem.outcome == .couldNotAsk)
    let host = location.dropFirst(location.hasPrefix("https") ? 8 : 7)
      .prefix { !"/?#".contains($0) }
    #expect(error?.problem.evidence.last?.english.hasSuffix("://\(host)") == true)
  }

  @Test("a sign-in page on this machine is no region")
  func signIn() async {
    let scripted = Scripted(302, "", location: "http://127.0.0.1:9/login")
    let error = await refusal {
      _ = try await scripted.cloud(at: "http://127.0.0.1:1").isHardwareConnected()
    }
    #expect(error?.problem.code == "captive-portal")
    #expect(error?.problem.evidence.last == "Location: http://127.0.0.1:9")
  }

  @Test(
    "a location that is no address is not followed",
    arguments: ["", "/x", "https://", "https://a@b.blynk.cloud"])
  func noAddress(location: String) async {
    let scripted = Scripted(308, "", location: location)
    let error = await refusal { _ = try await scripted.cloud().isHardwareConnected() }
    #expect(error?.problem.code == "unexpected-reply")
  }

  @Test("the regions are asked in turn until one knows the token")
  func found() async throws {
    let scripted = Scripted { request in
      let knows = "\(request.url)".contains("sgp1")
      return knows
        ? Response(status: 200, body: Array("false".utf8))
        : Response(status: 400, body: Array(#"{"error":{"message":"Invalid token."}}"#.utf8))
    }
    #expect(try await scripted.cloud().findRegion() == "https://sgp1.blynk.cloud")
    #expect(scripted.requests.count == 4)
  }

  @Test("a redirect ends the search, and a silent host does not")
  func redirected() async throws {
    let scripted = Scripted { request in
      if "\(request.url)".contains("ny3") { throw WireError.unreachable(host: "x", reason: "y") }
      return Response(
        status: 308, headers: [(name: "location", value: "https://blr1.blynk.cloud/x")])
    }
    #expect(try await scripted.cloud().findRegion() == "https://blr1.blynk.cloud")
    #expect(scripted.requests.count == 2)
  }

  @Test("when no region knows the token there is none; when none answers, that is said")
  func none() async throws {
    let unknown = Scripted(400, #"{"error":{"message":"Invalid token."}}"#)
    #expect(try await unknown.cloud().findRegion() == nil)
    let silent = Scripted { _ in throw WireError.unreachable(host: "x", reason: "y") }
    await #expect(throws: WireError.unreachable(host: "x", reason: "y")) {
      try await silent.cloud().findRegion()
    }
  }
}
