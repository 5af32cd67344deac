import TestSupport
import Testing

@testable import DeviceSimulator

/// When the sketch publishes: on time, after a change, and never faster than it may.
struct SketchTimingTests {
  @Test("a report goes out every 300 seconds, and not sooner")
  func everyFiveMinutes() async throws {
    let bench = try await PracticeBench.running()
    await bench.pass(.milliseconds(299_999))
    #expect(bench.events() == [])
    await bench.pass(.milliseconds(1))
    #expect(try bench.reports().map(\.v14) == [300])
    await bench.pass(.seconds(300))
    #expect(try bench.reports().map(\.v14) == [600])
  }

  @Test("a report after a change starts the 300 seconds again")
  func timerStartsAgain() async throws {
    let bench = try await PracticeBench.running()
    await bench.pass(.seconds(200))
    _ = await bench.device.call("blynk_led", "1")
    #expect(try bench.reports().map(\.v14) == [200])
    await bench.pass(.seconds(299))
    #expect(bench.events() == [])
    await bench.pass(.seconds(1))
    #expect(try bench.reports().map(\.v14) == [500])
  }

  @Test("the first report waits for the first connection, however late that is")
  func firstReportKept() async throws {
    let bench = try PracticeBench()
    await bench.device.flash(PracticeBench.values)
    await bench.pass(.seconds(3600))
    #expect(bench.events() == [])
    await bench.device.goOnline()
    #expect(try bench.reports().map(\.v14) == [3600])
  }

  @Test("a report that the cloud does not take is sent again, a second later each time")
  func triesAgain() async throws {
    let bench = try PracticeBench()
    bench.takeEvents(false)
    await bench.device.flash(PracticeBench.values)
    await bench.device.goOnline()
    #expect(bench.offered == 1)
    await bench.pass(.milliseconds(999))
    #expect(bench.offered == 1)
    await bench.pass(.milliseconds(1))
    #expect(bench.offered == 2)
    bench.takeEvents(true)
    await bench.pass(.seconds(1))
    #expect(try bench.reports().map(\.v14) == [2])
    await bench.pass(.seconds(299))
    #expect(bench.events() == [])
  }

  @Test("four events may go in a row, then one a second, and the last state is what arrives")
  func burst() async throws {
    let bench = try await PracticeBench.running()
    await bench.pass(.seconds(10))
    for turn in 1...20 { _ = await bench.device.call("blynk_led", turn % 2 == 1 ? "1" : "0") }
    #expect(try bench.reports().map(\.v17) == [1, 0, 1, 0])
    await bench.pass(.milliseconds(999))
    #expect(bench.events() == [])
    _ = await bench.device.call("blynk_led", "1")
    await bench.pass(.milliseconds(1))
    #expect(try bench.reports().map(\.v17) == [1])
  }

  @Test("however it is called, Device OS would refuse none of the events")
  func neverOverTheRate() async throws {
    let bench = try await PracticeBench.running()
    var random = Seeded(seed: 7)
    var now = Duration.seconds(20)
    var times: [Duration] = []
    await bench.pass(now)
    for turn in 0..<5000 {
      let step = Duration.milliseconds(Int.random(in: 0...600, using: &random))
      now += step
      await bench.pass(step)
      _ = await bench.device.call("blynk_led", turn % 2 == 0 ? "1" : "0")
      times += Array(repeating: now, count: bench.events().count)
    }
    let windows = zip(times, times.dropFirst(4)).map { $1 - $0 }
    #expect(windows.count > 1000)
    #expect(windows.allSatisfy { $0 >= .seconds(1) })
    let seconds = Double(now / .milliseconds(1)) / 1000
    #expect(Double(times.count) <= seconds + 4)
  }

  @Test("nothing changes when millis() starts again from 0")
  func wrap() async throws {
    let bench = try await PracticeBench.running()
    let wrap = Duration.milliseconds(1 << 32)
    await bench.pass(wrap - .milliseconds(100_500))
    #expect(try bench.reports().map(\.v14) == [4_294_866])
    await bench.pass(.milliseconds(299_999))
    #expect(bench.events() == [])
    await bench.pass(.milliseconds(1))
    #expect(try bench.reports().map(\.v14) == [4_295_166])
    _ = await bench.device.call("blynk_led", "1")
    #expect(try bench.reports().map(\.v17) == [1])
  }

  @Test("while a device is online its loop runs by itself, on the clock it was given")
  func beats() async throws {
    let clock = ManualClock()
    let (events, sink) = AsyncStream.makeStream(of: DevicePublish.self)
    let device = try SketchDevice(platformID: 13, clock: clock) { event in
      sink.yield(event)
      return true
    }
    await device.flash(PracticeBench.values)
    await device.goOnline()
    clock.advance(by: .seconds(300))
    await clock.wakeNextSleeper()
    var iterator = events.makeAsyncIterator()
    let first = await iterator.next()
    let second = await iterator.next()
    #expect(first?.data.contains(#""v14":0,"#) == true)
    #expect(second?.data.contains(#""v14":300,"#) == true)
    await device.goOffline()
  }
}
