import Testing

@testable import DeviceSimulator

/// In a process of its own, as it takes every copy there is and other tests need some.
struct HostSketchTests {
  @Test("when all copies are taken the next is refused, and one given back is as good as new")
  func everyCopy() async {
    await #expect(processExitsWith: .success) {
      func take() throws(SketchError) -> HostSketch {
        try HostSketch(connections: BoardConnections(elapsed: { .zero }, publish: { _ in true }))
      }
      var sketches: [HostSketch] = []
      let refused = #expect(throws: SketchError.self) {
        while true { sketches.append(try take()) }
      }
      #expect(refused == .noFreeCopy(limit: sketches.count))
      #expect(sketches.count >= 100)
      for sketch in sketches {
        _ = sketch.start(values: PracticeBench.values, platformID: 13, sensorValue: 0)
      }
      let call = try #require(sketches[0].call("blynk_led", "1"))
      #expect(sketches[0].result(call.ticket) == 1)
      #expect(sketches[0].result(call.ticket) == nil)
      #expect(
        sketches.map { $0.level(ofPin: 7) } == [true] + sketches.dropFirst().map { _ in false })

      sketches.removeFirst()
      let next = try take()
      #expect(next.functions == [])
      #expect(next.level(ofPin: 7) == nil)
      #expect(throws: SketchError.self) { try take() }
    }
  }
}
