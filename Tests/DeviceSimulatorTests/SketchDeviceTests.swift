import Testing

@testable import DeviceSimulator

struct SketchDeviceTests {
  @Test("a device from the factory can be online, and has nothing to call or read")
  func factory() async throws {
    let bench = try PracticeBench()
    await bench.device.goOnline()
    #expect(await bench.device.functions == [])
    #expect(await bench.device.variables == [:])
    #expect(await bench.device.led == nil)
    #expect(await bench.device.call("blynk_led", "1") == .functionMissing)
    #expect(bench.events() == [])
  }

  @Test("a flashed device offers blynk_led and two variables for finding faults")
  func offers() async throws {
    let bench = try await PracticeBench.running()
    #expect(await bench.device.functions == ["blynk_led"])
    #expect(await bench.device.variables == ["calls": "int32", "last_arg": "string"])
    #expect(await bench.device.variable("calls") == .int(0))
    #expect(await bench.device.variable("last_arg") == .string(""))
    #expect(await bench.device.variable("v16") == nil)
  }

  @Test("the first event carries the token, and the values of V14, V15 and V17 only")
  func firstEvent() async throws {
    let bench = try PracticeBench()
    await bench.device.flash(PracticeBench.values)
    #expect(bench.events() == [])
    await bench.device.goOnline()
    let token = PracticeBench.values.authToken
    #expect(
      bench.events() == [
        DevicePublish(
          name: "blynk_https_get", data: #"{"t":"\#(token)","v14":0,"v15":3.14159,"v17":0}"#)
      ])
  }

  @Test(
    "blynk_led takes on, off, 1 and 0 as they are, and answers -1 to anything else",
    arguments: [
      ("1", 1), ("on", 1), ("0", 0), ("off", 0), ("", -1), ("On", -1), (" 1", -1), ("1 ", -1),
      ("2", -1), ("{device_pinValue}", -1), ("1\n", -1), ("é", -1),
    ])
  func arguments(argument: String, answer: Int32) async throws {
    let bench = try await PracticeBench.running()
    #expect(await bench.device.call("blynk_led", argument) == .returned(answer))
    #expect(await bench.device.variable("calls") == .int(1))
    #expect(await bench.device.variable("last_arg") == .string(argument))
    #expect(await bench.device.led == (answer == 1))
    #expect(try bench.reports().map(\.v17) == (answer == 1 ? [1] : []))
  }

  @Test("a call is reported when it changes the LED, and not when it does not")
  func realChange() async throws {
    let bench = try await PracticeBench.running()
    for (argument, reported) in [("1", [1]), ("on", []), ("x", []), ("0", [0]), ("off", [])] {
      _ = await bench.device.call("blynk_led", argument)
      #expect(try bench.reports().map(\.v17) == reported, "after \(argument)")
    }
  }

  @Test("a function that is not there is missing, whatever its spelling is near to")
  func missing() async throws {
    let bench = try await PracticeBench.running()
    for name in ["Blynk_led", "blynk_led ", "blynk", ""] {
      #expect(await bench.device.call(name, "1") == .functionMissing)
    }
    #expect(await bench.device.variable("calls") == .int(0))
  }

  @Test("an argument of 1024 bytes arrives whole, a longer one does not arrive")
  func argumentLimit() async throws {
    let bench = try await PracticeBench.running()
    let longest = String(repeating: "é", count: 512)
    #expect(await bench.device.call("blynk_led", longest) == .returned(-1))
    #expect(await bench.device.variable("last_arg") == .string(longest))
    #expect(await bench.device.call("blynk_led", longest + "x") == .noAnswer)
    #expect(await bench.device.variable("calls") == .int(1))
  }

  @Test("an offline device does not answer, and says nothing until it is back")
  func offline() async throws {
    let bench = try await PracticeBench.running()
    await bench.device.goOffline()
    #expect(await bench.device.call("blynk_led", "1") == .noAnswer)
    await bench.pass(.seconds(1000))
    #expect(bench.events() == [])
    await bench.device.goOnline()
    #expect(try bench.reports().map(\.v14) == [1000])
    #expect(await bench.device.call("blynk_led", "1") == .returned(1))
  }

  @Test("a flash starts everything again, with the new values")
  func reflash() async throws {
    let bench = try await PracticeBench.running()
    _ = await bench.device.call("blynk_led", "1")
    await bench.pass(.seconds(77))
    _ = bench.events()
    var values = PracticeBench.values
    values.authToken = "another-token"
    await bench.device.flash(values)
    #expect(await bench.device.flashed == values)
    #expect(await bench.device.led == false)
    #expect(await bench.device.variable("calls") == .int(0))
    #expect(await bench.device.variable("last_arg") == .string(""))
    #expect(await bench.device.functions == ["blynk_led"])
    let fresh = PracticeBench.Report(t: "another-token", v14: 0, v15: 3.14159, v17: 0)
    #expect(try bench.reports() == [fresh])
  }

  @Test(
    "the LED on D7 shines on boards that have one, and the pin is left alone on the others",
    arguments: [
      (0, true), (6, true), (10, true), (12, true), (13, true), (14, true), (32, true), (8, nil),
      (15, nil), (23, nil), (25, nil), (26, nil), (35, nil),
    ] as [(Int32, Bool?)])
  func boards(platformID: Int32, led: Bool?) async throws {
    let bench = try await PracticeBench.running(platformID: platformID)
    #expect(await bench.device.call("blynk_led", "1") == .returned(1))
    #expect(await bench.device.led == led)
    #expect(try bench.reports().map(\.v17) == [1])
  }

  @Test("devices do not share state")
  func apart() async throws {
    let first = try await PracticeBench.running()
    let second = try await PracticeBench.running()
    _ = await first.device.call("blynk_led", "1")
    #expect(await first.device.led == true)
    #expect(await second.device.led == false)
    #expect(await second.device.variable("calls") == .int(0))
  }
}
