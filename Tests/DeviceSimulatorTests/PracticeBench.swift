import Firmware
import Foundation
import Synchronization

@testable import DeviceSimulator

/// A practice device with a clock under the test's hand and a cloud that writes events down.
final class PracticeBench: Sendable {
  struct Report: Decodable, Equatable {
    var t: String
    var v14: Int32
    var v15: Double
    var v17: Int
  }

  static let values = FlashedValues(
    templateID: "TMPL4ej7--Xu_", templateName: "Particle Device",
    authToken: "abcdefghijklmnopqrstuvwxyz012345")

  let clock = ManualClock()
  let device: SketchDevice
  private let cloud: Cloud

  /// - Parameter platformID: a Boron, if nothing else is said.
  init(platformID: Int32 = 13, sensorValue: Double = 3.14159) throws {
    let cloud = Cloud()
    self.cloud = cloud
    device = try SketchDevice(
      platformID: platformID, clock: clock, sensorValue: sensorValue, publish: cloud.take)
  }

  /// A device that is flashed and online, with its first event already read.
  static func running(platformID: Int32 = 13) async throws -> PracticeBench {
    let bench = try PracticeBench(platformID: platformID)
    await bench.device.flash(values)
    await bench.device.goOnline()
    _ = bench.events()
    return bench
  }

  /// Moves the clock, then gives the sketch its turn.
  func pass(_ time: Duration) async {
    clock.advance(by: time)
    await device.tick()
  }

  /// The events since the last look.
  func events() -> [DevicePublish] { cloud.events() }

  /// The reports since the last look.
  func reports() throws -> [Report] {
    try events().map(PracticeBench.report)
  }

  /// What an event says; throws unless its data is JSON of just this shape.
  static func report(of event: DevicePublish) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(event.data.utf8))
  }

  /// Whether the cloud takes events, and how many it was offered.
  func takeEvents(_ takes: Bool) { cloud.state.withLock { $0.takes = takes } }
  var offered: Int { cloud.state.withLock { $0.offered } }
}

private final class Cloud: Sendable {
  struct State {
    var takes = true
    var offered = 0
    var events: [DevicePublish] = []
  }

  let state = Mutex(State())

  func take(_ event: DevicePublish) -> Bool {
    state.withLock { state in
      state.offered += 1
      if state.takes { state.events.append(event) }
      return state.takes
    }
  }

  func events() -> [DevicePublish] {
    state.withLock { state in
      defer { state.events = [] }
      return state.events
    }
  }
}
