import Testing

@testable import PracticeClouds

@Suite("Faults")
struct FaultsTests {
  @Test(
    "a fault is off until it is turned on, and off again after a reset", arguments: Fault.allCases)
  func pulled(fault: Fault) {
    let faults = Faults()
    #expect(!faults.isOn(fault))
    faults.set(fault, on: true)
    #expect(faults.isOn(fault))
    #expect(faults.names == [fault.rawValue])
    faults.reset()
    #expect(faults.names == [])
  }

  @Test("faults are found by name", arguments: Fault.allCases)
  func named(fault: Fault) throws {
    #expect(try Faults(named: [fault.rawValue]).isOn(fault))
  }

  @Test("an unknown fault is refused with the nearest one")
  func unknown() {
    #expect(throws: PracticeError.unknownFault("device-ofline", nearest: "device-offline")) {
      try Faults(named: ["device-ofline"])
    }
    #expect(throws: PracticeError.unknownFault("moon", nearest: nil)) {
      try Faults(named: ["webhook-quota", "moon"])
    }
  }

  @Test("a leg is fast until it is held up")
  func latency() {
    let faults = Faults()
    #expect(faults.latency(.call) == .zero)
    faults.setLatency(.call, to: .milliseconds(200))
    #expect(faults.latency(.call) == .milliseconds(200))
    #expect(faults.latency(.write) == .zero)
  }
}
