import Firmware
import TestSupport
import Testing

@testable import DeviceSimulator

/// What an event carries, at the ends of every range.
struct ReportDataTests {
  @Test(
    "V15 stays within 0 and 3.3, whatever the sensor says",
    arguments: [
      (3.14159, 3.14159), (0, 0), (3.3, 3.3), (3.30001, 3.3), (-0.00001, 0), (-0.0, 0),
      (1e308, 3.3),
      (-1e308, 0), (1e-300, 0), (.infinity, 3.3), (-.infinity, 0), (.nan, 0), (1.234567, 1.23457),
    ])
  func sensor(value: Double, sent: Double) async throws {
    let bench = try PracticeBench(sensorValue: value)
    await bench.device.flash(PracticeBench.values)
    await bench.device.goOnline()
    let event = try #require(bench.events().first)
    let number = event.data.split(separator: ",")[2].dropFirst(#""v15":"#.count)
    #expect(Double(number) == sent)
    #expect(!number.hasPrefix("-"))
  }

  @Test("the data is JSON and fits, over all sensors, times and tokens")
  func alwaysParses() async throws {
    var random = Seeded(seed: 11)
    for _ in 0..<2000 {
      let sensor = Double(bitPattern: random.next())
      let bench = try PracticeBench(sensorValue: sensor)
      var values = PracticeBench.values
      values.authToken = ReportDataTests.token(using: &random)
      await bench.device.flash(values)
      // 2^41 ms are 69 years, where the seconds reach the end of a Blynk integer.
      let uptime = Int64(random.next() >> UInt64.random(in: 24...63, using: &random))
      bench.clock.advance(by: .milliseconds(min(uptime, Int64(Int32.max) * 1000)))
      await bench.device.goOnline()
      let event = try #require(bench.events().first)
      #expect(event.data.utf8.count <= 128 + 64)
      let report = try PracticeBench.report(of: event)
      #expect(report.t == values.authToken)
      #expect(Int64(report.v14) == min(uptime / 1000, Int64(Int32.max)))
      #expect((0...3.3).contains(report.v15))
    }
  }

  @Test("a token that does not fit is never sent cut, and the device lives on")
  func tooLong() async throws {
    let bench = try PracticeBench()
    var values = PracticeBench.values
    values.authToken = String(repeating: "x", count: 2000)
    await bench.device.flash(values)
    await bench.device.goOnline()
    #expect(await bench.device.call("blynk_led", "1") == .returned(1))
    await bench.pass(.seconds(300))
    #expect(bench.offered == 0)
  }

  private static func token(using random: inout Seeded) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let length = Int.random(in: 1...SketchSource.authTokenLimit, using: &random)
    return String((0..<length).map { _ in letters[Int(random.next() % 64)] })
  }
}
