import Testing

@testable import HTTPTestServer

struct PracticeRequestTests {
  @Test("a slash that is percent-encoded does not part the path")
  func segments() {
    let request = PracticeRequest(
      method: "GET", target: "/v1/events/blynk%2Fx/y%zz+?a=1&b&c=&d=%26+e")
    #expect(request.segments == ["v1", "events", "blynk/x", "y%zz+"])
    #expect(request.path == "/v1/events/blynk%2Fx/y%zz+")
    #expect(request.query.map(\.name) == ["a", "b", "c", "d"])
    #expect(request.query.map(\.value) == ["1", nil, "", "& e"])
  }

  @Test(
    "a slash at the end is no piece of the path, one too many elsewhere is an empty one",
    arguments: [
      ("/", []), ("/v1/user/", ["v1", "user"]), ("//v1/user", ["", "v1", "user"]),
      ("/v1//user", ["v1", "", "user"]), ("*", ["*"]), ("/%2e%2e/%00", ["..", "\0"]),
      ("http://x/v1", ["http:", "", "x", "v1"]),
    ])
  func slashes(_ target: String, _ segments: [String]) {
    #expect(PracticeRequest(method: "GET", target: target).segments == segments)
  }

  @Test("a field is read from a form or from JSON, by content type")
  func fields() {
    let form = PracticeRequest(
      method: "POST", target: "/",
      headers: [("content-type", "application/x-www-form-urlencoded; charset=utf-8")],
      body: Array("arg=a%20b".utf8))
    let json = PracticeRequest(
      method: "POST", target: "/", body: Array(#"{"arg":1.0,"o":{}}"#.utf8))
    #expect(form.field("arg") == "a b")
    #expect(form.field("args") == nil)
    #expect(json.field("arg") == "1")
    #expect(json.field("o") == nil)
  }

  @Test(
    "a body that says it is JSON, and is not, is told from one that says nothing",
    arguments: [
      ("application/json", #"{"args": "#, true), ("application/json; charset=utf-8", "x", true),
      ("application/json", "{}", false), ("application/json", "", false),
      ("text/plain", "x", false),
    ])
  func malformed(type: String, body: String, isMalformed: Bool) {
    let request = PracticeRequest(
      method: "POST", target: "/", headers: [("Content-Type", type)], body: Array(body.utf8))
    #expect(request.hasMalformedJSON == isMalformed)
  }
}
