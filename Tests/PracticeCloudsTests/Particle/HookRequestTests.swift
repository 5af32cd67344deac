import Foundation
import HTTPTestServer
import Testing

@testable import PracticeClouds

struct HookRequestTests {
  private static let event = PublishedEvent(
    name: "blynk_https_get",
    data: #"{"t":"TOK&EN","v14":123456,"v15":3.141590,"v16":1,"v17":1}"#,
    coreID: "e00fce68aabbccddeeff0011", publishedAt: "2024-05-01T09:30:12.174Z")
  private static let agent = HookRequest.Field(
    name: "User-Agent", value: "ParticleBot/1.1 (https://docs.particle.io/webhooks)")

  private func request(
    _ definition: JSONValue, _ event: PublishedEvent = HookRequestTests.event
  ) -> HookRequest {
    let integration = StoredIntegration(
      id: "5f0011223344556677889900", createdAt: Date(timeIntervalSince1970: 0),
      definition: definition)
    let filling = HookFilling(
      event, eventID: "id", productID: 13, eventKeysWin: true, ttlIsText: false)
    return HookRequest(integration, event, filling)
  }

  private func body(_ definition: JSONValue, _ event: PublishedEvent = HookRequestTests.event)
    -> String?
  {
    request(definition, event).body.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("the Blynk integration asks with exactly the values of its query (particle:guide-request)")
  func blynk() {
    let request = request([
      "event": "blynk_https_get", "url": "https://ny3.blynk.cloud/external/api/batch/update",
      "requestType": "GET", "noDefaults": true, "rejectUnauthorized": true,
      "query": [
        "token": "{{{t}}}", "V6": "{{PARTICLE_PUBLISHED_AT}}", "V14": "{{v14}}",
        "V15": "{{v15}}", "V17": "{{v17}}",
      ],
    ])
    #expect(
      request.url == "https://ny3.blynk.cloud/external/api/batch/update"
        + "?token=TOK%26EN&V6=2024-05-01T09%3A30%3A12.174Z&V14=123456&V15=3.14159&V17=1")
    #expect(request.method == "GET")
    #expect(request.body == nil)
    #expect(request.headers == [HookRequestTests.agent])
  }

  @Test("event data that is cut short leaves every value empty (particle:template-event-keys)")
  func cutShort() {
    var event = HookRequestTests.event
    event.data = #"{"t":"TOK","v14":12"#
    let query: JSONValue = [
      "token": "{{t}}", "V14": "{{v14}}", "all": "{{{PARTICLE_EVENT_VALUE}}}",
    ]
    let request = request(
      ["url": "http://x", "requestType": "GET", "noDefaults": true, "query": query], event)
    #expect(request.url == "http://x?token=&V14=&all=%7B%22t%22%3A%22TOK%22%2C%22v14%22%3A12")
  }

  @Test("with only event and url, a form of the default fields is posted (particle:hook-defaults)")
  func defaults() {
    var event = HookRequestTests.event
    event.data = "my data, sir!"
    let definition: JSONValue = ["url": "http://x"]
    #expect(request(definition, event).method == "POST")
    #expect(
      body(definition, event) == "event=blynk_https_get&data=my%20data%2C%20sir%21"
        + "&published_at=2024-05-01T09%3A30%3A12.174Z&coreid=e00fce68aabbccddeeff0011")
    #expect(
      request(definition).headers.contains(
        HookRequest.Field(name: "Content-Type", value: "application/x-www-form-urlencoded")))
  }

  /// particle:hook-form-of-get, particle:hook-defaults.
  @Test("a GET takes its form and the default fields into the query")
  func getWithForm() {
    let request = request([
      "url": "http://x/p?q=1", "requestType": "GET", "form": ["a": "{{v14}}"],
      "query": ["b": "{{v17}}"],
    ])
    #expect(request.url.hasPrefix("http://x/p?q=1&b=1&a=123456&event=blynk_https_get&data="))
    #expect(request.body == nil)
  }

  @Test(
    "a JSON object keeps templated values as text, keys are filled too (particle:hook-json-texts)")
  func jsonObject() {
    let json: JSONValue = ["{{t}}": "{{v14}}", "fixed": 2, "in": ["{{v15}}", true]]
    let definition: JSONValue = ["url": "http://x", "json": json, "noDefaults": true]
    #expect(
      body(definition) == #"{"TOK&amp;EN":"123456","fixed":2,"in":["3.14159",true]}"#)
    let headers = request(definition).headers
    #expect(headers.contains(HookRequest.Field(name: "Content-Type", value: "application/json")))
    #expect(headers.contains(HookRequest.Field(name: "Accept", value: "application/json")))
  }

  @Test("default fields join a JSON object and never push its own out")
  func jsonDefaults() {
    let definition: JSONValue = ["url": "http://x", "json": ["data": "mine"]]
    #expect(
      body(definition) == #"{"data":"mine","event":"blynk_https_get","#
        + #""published_at":"2024-05-01T09:30:12.174Z","coreid":"e00fce68aabbccddeeff0011"}"#)
  }

  @Test(
    "JSON given as text is sent as it comes out, so numbers stay bare (particle:hook-json-texts)")
  func jsonText() {
    #expect(body(["url": "http://x", "json": #"{"v":{{{v14}}}}"#]) == #"{"v":123456}"#)
  }

  @Test("a raw body has no content type but the definition's (particle:hook-bodies)")
  func rawBody() {
    let plain: JSONValue = ["url": "http://x", "body": "v={{v14}}"]
    #expect(body(plain) == "v=123456")
    #expect(request(plain).headers == [HookRequestTests.agent])
    let typed = request([
      "url": "http://x", "body": "<v>",
      "headers": ["content-type": "text/xml", "X-{{v17}}": "{{t}}"],
    ])
    #expect(
      typed.headers == [
        HookRequest.Field(name: "content-type", value: "text/xml"),
        HookRequest.Field(name: "X-1", value: "TOK&amp;EN"), HookRequestTests.agent,
      ])
  }

  @Test("Basic authentication is filled and encoded")
  func auth() {
    let request = request(["url": "http://x", "auth": ["username": "u{{v17}}", "password": "p"]])
    #expect(
      request.headers.contains(HookRequest.Field(name: "Authorization", value: "Basic dTE6cA==")))
  }

  @Test("the url, and every name of the cloud, can be used in templates (particle:template-names)")
  func names() {
    let url = "http://x/{{PARTICLE_DEVICE_ID}}/{{PARTICLE_EVENT_NAME}}/{{{SPARK_EVENT_VALUE}}}"
    var event = HookRequestTests.event
    event.data = "20.00"
    #expect(
      request(["url": .string(url), "noDefaults": true], event).url
        == "http://x/e00fce68aabbccddeeff0011/blynk_https_get/20.00")
    let whole = body(["url": "http://x", "body": "{{{PARTICLE_EVENT_JSON}}}"], event)
    #expect(
      whole.flatMap { JSONValue(parsing: $0) }?["coreid"] == .string(event.coreID))
  }

  @Test(
    "a hook fires on names that begin with its event, in the same case (particle:hook-prefix)",
    arguments: [
      ("blynk", "blynk_https_get", true), ("blynk_https_get", "blynk_https_get", true),
      ("Blynk", "blynk_https_get", false), ("blynk_https_get_", "blynk_https_get", false),
      ("", "blynk_https_get", false), ("https", "blynk_https_get", false),
    ])
  func prefix(_ filter: String, _ name: String, _ fires: Bool) {
    var event = HookRequestTests.event
    event.name = name
    #expect(integration(["event": .string(filter)]).matches(event) == fires)
  }

  /// particle:hook-device-spellings.
  @Test("a hook keeps to its device, however the key is spelt, and to its switch")
  func limits() {
    let event = HookRequestTests.event
    for key in ["deviceID", "deviceid", "deviceId"] {
      let own = JSONObject([("event", "blynk"), (key, .string(event.coreID))])
      let other = JSONObject([("event", "blynk"), (key, "0000")])
      #expect(integration(.object(own)).matches(event))
      #expect(!integration(.object(other)).matches(event))
    }
    #expect(!integration(["event": "blynk", "disabled": true]).matches(event))
    #expect(!integration(["event": "blynk", "disabled": "true"]).matches(event))
  }

  private func integration(_ definition: JSONValue) -> StoredIntegration {
    StoredIntegration(id: "a", createdAt: Date(timeIntervalSince1970: 0), definition: definition)
  }
}
