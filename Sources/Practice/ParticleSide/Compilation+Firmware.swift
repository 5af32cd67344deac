import Sketch

extension Compilation {
  /// Runs Footbridge's own sketch, which it knows by its text; no other yet.
  ///
  /// - Parameter clock: the devices' time.
  package static func firmware(clock: some Clock<Duration> = ContinuousClock()) -> Compiler {
    { source in
      guard let values = Firmware.values(inSource: source) else { return .notYet }
      return .program { platformID in try await run(values, on: platformID, clock) }
    }
  }

  private static func run(
    _ values: FlashedValues, on platformID: Int, _ clock: some Clock<Duration>
  ) async throws -> RunningSketch {
    let (events, line) = AsyncStream.makeStream(
      of: RunningSketch.Event.self, bufferingPolicy: .bufferingOldest(RunningSketch.eventLimit))
    let device = try SketchDevice(platformID: Int32(platformID), clock: clock) {
      line.yield(RunningSketch.Event(name: $0.name, data: $0.data))
      return true
    }
    await device.flash(values)
    let variables = await device.variables.sorted { $0.key < $1.key }
    return RunningSketch(
      functions: await device.functions,
      variables: variables.map { RunningSketch.Variable(name: $0.key, type: $0.value) },
      call: { function, argument in
        guard case .returned(let value) = await device.call(function, argument) else { return nil }
        return Int(value)
      },
      read: { await device.variable($0).map(JSONValue.init) },
      connect: { online in
        if online { await device.goOnline() } else { await device.goOffline() }
      },
      events: events,
      stop: {
        await device.goOffline()
        line.finish()
      })
  }
}

extension JSONValue {
  fileprivate init(_ value: VariableValue) {
    switch value {
    case .int(let number): self = .number(Double(number))
    case .double(let number): self = .number(number)
    case .string(let text): self = .string(text)
    case .bool(let bool): self = .bool(bool)
    }
  }
}
