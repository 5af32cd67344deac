import HTTP
import Testing

@testable import PracticeClouds

/// Dialogues of the device API, over real HTTP.
@Suite("BlynkPracticeCloud")
struct BlynkPracticeCloudTests {
  private func error(_ text: String) -> String { #"{"error":{"message":"\#(text)"}}"# }

  @Test("a value is written and read back, whatever the case of the pin")
  func writeAndRead() async throws {
    try await BlynkBench.run { blynk async throws in
      let written = try await blynk.ask("update", "V16=1")
      #expect(written.status == 200)
      #expect(written.body.isEmpty)
      #expect(written.header("content-type") == nil)
      for query in ["V16", "v16", "v16=", "pin=V16", "dataStreamId=4"] {
        let read = try await blynk.ask("get", query)
        #expect(read.status == 200)
        #expect(read.text == "1")
        #expect(read.header("content-type") == "application/json;charset=utf-8")
      }
    }
  }

  @Test("a batch takes all five streams at once; several are read as one object")
  func batch() async throws {
    try await BlynkBench.run { blynk async throws in
      let query = "V6=2026-07-21T10%3A00%3A00.000Z&V14=300123&V15=3.141590&V17=1"
      let written = try await blynk.ask("batch/update", query)
      #expect(written.status == 200)
      #expect(written.body.isEmpty)
      let read = try await blynk.ask("get", "V6&v14&v15&V17=")
      #expect(
        read.text == #"{"V6":"2026-07-21T10:00:00.000Z","v14":300123,"v15":3.14159,"V17":1}"#)
      let all = try await blynk.ask("getAll")
      #expect(all.text == #"{"v6":"2026-07-21T10:00:00.000Z","v14":300123,"v15":3.14159,"v17":1}"#)
    }
  }

  @Test("a number beyond the bounds is cut, and the answer is 200 all the same")
  func cut() async throws {
    try await BlynkBench.run { blynk async throws in
      for (write, read, kept) in [
        ("V15=9", "v15", "3.3"), ("V14=-1", "v14", "0"), ("V17=2", "v17", "1"),
      ] {
        #expect(try await blynk.ask("update", write).status == 200)
        #expect(try await blynk.ask("get", read).text == kept)
      }
    }
  }

  @Test(
    "what does not fit is refused in Blynk's words, and nothing is stored",
    arguments: [
      ("update", "V14=abc", "Value doesn't match the Datastream data type."),
      ("update", "V14=1.5", "Value doesn't match the Datastream data type."),
      ("update", "V99=1", "No datastream setup for that pin."),
      ("update", "x1=1", "Wrong pin format."),
      ("update", "", "Wrong pin format."),
      ("update", "dataStreamId=x&value=1", "Wrong dataStreamId format."),
      ("update", "dataStreamId=2&value=x", "Value doesn't match the Datastream data type"),
      ("batch/update", "V14=1&V17=x", "Value doesn't match the Datastream data type"),
      ("batch/update", "V14=1&event=blynk", "Wrong pin format."),
      ("batch/update", "V14=1&V99=1", "No datastream setup for that pin."),
      ("get", "x1", "Wrong pin format."),
      ("get", "dataStreamId=x", "Wrong pin format."),
      ("get", "V99", "No datastream setup for that pin."),
      (
        "get", "dataStreamId=9", "Requested dataStream doesn't exist in the product Particle Device"
      ),
      ("update/property", "pin=x&label=a", "Wrong pin format."),
    ])
  func refused(call: String, query: String, text: String) async throws {
    try await BlynkBench.run { blynk async throws in
      let reply = try await blynk.ask(call, query)
      #expect(reply.status == 400)
      #expect(reply.text == error(text))
      #expect(try await blynk.ask("getAll").text == "{}")
    }
  }

  @Test(
    "the token is asked for before anything else", arguments: ["", "?token=", "?token=wrong&x1"])
  func token(query: String) async throws {
    try await BlynkBench.run { blynk async throws in
      for route in BlynkDeviceAPI.routes.routes {
        let method = try #require(Request.Method(rawValue: route.method))
        let reply = try await blynk.send(method, "/external/api/\(route.path)\(query)")
        let isExport = route.path == "data/get" && query.isEmpty
        #expect(reply.status == 400)
        #expect(reply.text == error(isExport ? "No token provided." : "Invalid token."))
      }
    }
  }

  @Test("a device that only speaks HTTPS is never connected")
  func connected() async throws {
    try await BlynkBench.run { blynk async throws in
      #expect(try await blynk.ask("isHardwareConnected").text == "false")
    }
  }

  @Test("a stream never written shows its default, or nothing")
  func defaults() async throws {
    try await BlynkBench.run { blynk async throws in
      #expect(try await blynk.ask("get", "v16").text == "0")
      #expect(try await blynk.ask("get", "v6").text == "")
      #expect(try await blynk.ask("get", "v6&v16").text == #"{"v16":0}"#)
    }
  }

  @Test("a text is read back bare from one pin and quoted from several")
  func text() async throws {
    try await BlynkBench.run { blynk async throws in
      #expect(try await blynk.ask("update", "V6=a%22b%2Bc+d").status == 200)
      #expect(try await blynk.ask("get", "V6").text == #"a"b+c d"#)
      #expect(try await blynk.ask("get", "V6&V17").text == #"{"V6":"a\"b+c d","V17":0}"#)
    }
  }

  @Test("unknown paths are 404, other methods 405, a slash at the end is borne")
  func paths() async throws {
    try await BlynkBench.run { blynk async throws in
      let query = "?token=\(blynk.token)&V16=1"
      #expect(try await blynk.send(.get, "/external/api/isAppConnected\(query)").status == 404)
      #expect(try await blynk.send(.get, "/").status == 404)
      #expect(try await blynk.send(.get, "/external/api/batch/update/\(query)").status == 200)
      let post = try await blynk.send(.post, "/external/api/update\(query)")
      #expect(post.status == 405)
      #expect(post.header("allow") == "GET")
    }
  }

  @Test("each request with a known token is one message, and a used-up month refuses")
  func messages() async throws {
    var settings = BlynkPracticeSettings()
    settings.messageLimit = 3
    try await BlynkBench.run(settings: settings) { blynk async throws in
      _ = try await blynk.send(.get, "/external/api/get?token=wrong&v16")
      for query in ["V16", "V6&V14", "x1"] { _ = try await blynk.ask("get", query) }
      #expect(await blynk.cloud.account.messages == 3)
      let reply = try await blynk.ask("get", "V16")
      #expect(reply.status == 400)
      #expect(reply.text.contains("made up"))
    }
  }

  @Test("settings turn the choices that nothing documented settles")
  func settings() async throws {
    var settings = BlynkPracticeSettings()
    settings.batchIgnoresUnknownPins = true
    settings.getAllListsDefaults = true
    settings.integerParsing = .lenient
    try await BlynkBench.run(settings: settings) { blynk async throws in
      #expect(try await blynk.ask("batch/update", "V99=1&V17=1.0").status == 200)
      #expect(try await blynk.ask("getAll").text == #"{"v14":0,"v16":0,"v17":1}"#)
    }
  }

  @Test("an account without a device knows no token")
  func empty() async throws {
    try await BlynkBench.run { blynk async throws in
      var chance = PracticeChance(seed: 7)
      await blynk.cloud.restore(BlynkAccount(chance: &chance))
      #expect(try await blynk.ask("isHardwareConnected").text == error("Invalid token."))
      await blynk.cloud.useBlueprint()
      #expect(try await blynk.ask("isHardwareConnected").status == 200)
    }
  }
}
