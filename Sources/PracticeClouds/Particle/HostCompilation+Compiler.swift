import Core
import DeviceSimulator
import HTTPTestServer

extension HostCompilation {
  /// Compiles with this machine's compiler, and runs what came of it as a practice device.
  ///
  /// - Parameters:
  ///   - compiler: our own sketch needs none, so it runs on any machine.
  ///   - sketches: whether any other is compiled and run, too.
  ///   - clock: the devices' time.
  package static func host(
    _ compiler: HostCompiler, sketches: Bool, clock: some Clock<Duration> = ContinuousClock()
  ) -> Compiler {
    { files, platformID in
      guard sketches || HostCompiler.isOwn(files) else { return .notAsked }
      do throws(SketchError) {
        let program = try await compiler.compile(files, platformID: Int32(platformID))
        return .built(
          Build(bytes: program.bytes, sizeInfo: program.sizeInfo) {
            try await run(program, online: $0, clock)
          })
      } catch {
        return refusal(error)
      }
    }
  }

  /// What the person has to know goes where the compiler's own messages go.
  private static func refusal(_ error: SketchError) -> HostCompilation {
    switch error {
    case .compileFailed(let messages): .failed(errors: [messages])
    case .compileTimedOut: .timedOut
    default:
      .failed(errors: ([error.problem.title] + error.problem.evidence).map(\.english))
    }
  }

  private static func run(
    _ program: SketchProgram, online: Bool, _ clock: some Clock<Duration>
  ) async throws -> RunningSketch {
    let (events, line) = AsyncStream.makeStream(
      of: RunningSketch.Event.self, bufferingPolicy: .bufferingOldest(RunningSketch.eventLimit))
    let device = try SketchDevice(platformID: program.platformID, clock: clock) {
      line.yield(RunningSketch.Event(name: $0.name, data: $0.data))
      return true
    }
    if online { await device.goOnline() }
    try await device.flash(program)
    return RunningSketch(device, events) { line.finish() }
  }
}

extension RunningSketch {
  /// A practice device, as the cloud sees it.
  ///
  /// - Parameter ended: called when it is switched off.
  fileprivate init(
    _ device: SketchDevice, _ events: AsyncStream<Event>, ended: @escaping @Sendable () -> Void
  ) {
    self.init(
      functions: { await device.functions },
      variables: {
        await device.variables.sorted { $0.key < $1.key }
          .map { Variable(name: $0.key, type: $0.value) }
      },
      subscriptions: { await device.subscriptions },
      call: { function, argument in
        guard case .returned(let value) = await device.call(function, argument) else { return nil }
        return Int(value)
      },
      read: { await device.variable($0).map(JSONValue.init) },
      receive: { await device.receive(name: $0.name, data: $0.data ?? "") },
      connect: { online in
        if online { await device.goOnline() } else { await device.goOffline() }
      },
      events: events,
      stop: {
        await device.goOffline()
        ended()
      })
  }
}

extension JSONValue {
  fileprivate init(_ value: SketchVariable) {
    switch value {
    case .int(let number): self = .number(Double(number))
    case .double(let number): self = .number(number)
    case .string(let text): self = .string(text)
    case .bool(let bool): self = .bool(bool)
    }
  }
}
