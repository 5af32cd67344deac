import Firmware

/// The practice device: a sketch on this machine, with a board, a connection and time.
///
/// Before the first `flash` it is as it came from the factory: it can be online, but has no
/// functions and no variables. Each device holds one of the copies of the built-in sketch that a
/// process has room for, until it is released; a compiled sketch runs beside it, as a process.
package actor SketchDevice {
  /// The longest argument of a function, in bytes (particle:os-limits).
  package static let argumentLimitBytes = 1024
  /// How long a function may take, with all its pauses, on the device's clock.
  package static let callLimit = Duration.seconds(60)
  /// How many turns in a row the sketch's loop gets while it keeps publishing.
  private static let turnLimit = 8
  /// The pin of the blue LED on the boards that have one.
  private static let ledPin: UInt16 = 7

  /// Which kind of board this is (particle:platform-ids).
  package nonisolated let platformID: Int32
  /// The values that the device was last flashed with, if that was Footbridge's own sketch.
  package internal(set) var flashed: FlashedValues?
  /// Why it last started; nil for a device as it came from the factory.
  package internal(set) var lastReset: ResetReason?
  /// How often it has started.
  package internal(set) var starts = 0
  /// What the device is doing.
  package internal(set) var mode = Mode.factory

  private nonisolated let thread = DeviceThread()
  let sensorValue: Double
  let connections: BoardConnections
  let builtIn: HostSketch
  /// The sketch that runs, or would.
  var sketch: HostSketch
  /// What it was flashed with.
  var program: SketchProgram.Content?
  /// How long the sketch has said that it stands still.
  private var nextWait: Duration?
  private var loopTime = Duration.zero
  private let beatInterval: Duration
  private let pause: @Sendable (Duration) async throws -> Void
  private var beat: Task<Void, Never>?

  /// - Parameters:
  ///   - platformID: the kind of board, such as 13 for a Boron, 32 for a Photon 2.
  ///   - clock: the device's time; starts at zero with each flash.
  ///   - beatInterval: how often the sketch's loop runs while the device is online and nothing
  ///     happens. Whatever happens to it runs the loop at once, so this only serves its timers.
  ///   - sensorValue: what the sketch reads as its sensor and sends as V15; to any other sketch the
  ///     volts at each analog pin.
  ///   - publish: takes the event to the cloud, and says whether the cloud has it; called in the
  ///     device's turn, so it must not wait.
  /// - Throws: `SketchError.noFreeCopy` if too many devices live in this process.
  package init<C: Clock>(
    platformID: Int32, clock: C, beatInterval: Duration = .milliseconds(100),
    sensorValue: Double = 3.14159, publish: @escaping @Sendable (DevicePublish) -> Bool
  ) throws(SketchError) where C.Duration == Duration {
    self.platformID = platformID
    self.sensorValue = sensorValue
    self.beatInterval = beatInterval
    let origin = clock.now
    connections = BoardConnections(elapsed: { origin.duration(to: clock.now) }, publish: publish)
    builtIn = try HostSketch(connections: connections)
    sketch = builtIn
    pause = { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
  }

  deinit { beat?.cancel() }

  /// The device's own queue: a sketch that takes its time holds up no other device.
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    thread.asUnownedSerialExecutor()
  }

  /// Whether the device is connected to its cloud.
  package var isOnline: Bool { connections.isOnline }

  /// Connects the device; it sends what it has to say before this returns.
  package func goOnline() {
    guard !isOnline else { return }
    connections.isOnline = true
    tick()
    startBeating()
  }

  /// Takes the connection away. The sketch stands still meanwhile, but its time goes on.
  package func goOffline() {
    connections.isOnline = false
    beat?.cancel()
    beat = nil
  }

  /// Makes each turn of the sketch's loop take this long: that often it looks after its timers, and
  /// so long a call waits, which comes in as a turn has just begun.
  package func slowDown(loopTime: Duration) { self.loopTime = loopTime }

  /// Calls a cloud function. What it makes the sketch publish is published before this returns. A
  /// function that pauses is waited for, at most for `callLimit`.
  package func call(_ function: String, _ argument: String) async -> CallResult {
    guard isOnline, argument.utf8.count <= SketchDevice.argumentLimitBytes else {
      return .noAnswer
    }
    if loopTime > .zero {
      do { try await pause(loopTime) } catch { return .noAnswer }
    }
    switch mode {
    case .factory, .safeMode: return .functionMissing
    case .restarting, .stuck: return .noAnswer
    case .running: break
    }
    guard isOnline else { return .noAnswer }
    guard let begun = sketch.call(function, argument) else { return .functionMissing }
    follow(begun.turn)
    return await result(of: begun.ticket)
  }

  private func result(of ticket: UInt64) async -> CallResult {
    let sketch = sketch
    var waited = Duration.zero
    while isOnline, mode == .running, self.sketch === sketch {
      if let result = sketch.result(ticket) {
        tick()
        return .returned(result)
      }
      let wait = max(nextWait ?? .zero, .milliseconds(1))
      waited += wait
      guard waited <= SketchDevice.callLimit else { return .noAnswer }
      do { try await pause(wait) } catch { return .noAnswer }
      // Nothing of this sketch may be touched if the device was flashed meanwhile.
      if isOnline, mode == .running, self.sketch === sketch { follow(sketch.loop()) }
    }
    return .noAnswer
  }

  /// Hands an event of the cloud to the sketch, if it listens for one that begins like this.
  package func receive(name: String, data: String) {
    guard isOnline, mode == .running else { return }
    follow(sketch.receive(name: name, data: data))
    tick()
  }

  /// What the events begin with that the sketch wants to hear of.
  package var subscriptions: [String] { mode == .running ? sketch.subscriptions : [] }

  /// The names of the cloud functions, in the order in which the sketch registered them; one that
  /// is registered late appears late.
  package var functions: [String] { mode == .running ? sketch.functions : [] }

  /// The names of the cloud variables, each with its type as Particle names it.
  package var variables: [String: String] {
    Dictionary(shownVariables.map { ($0.name, $0.value.typeName) }) { first, _ in first }
  }

  /// The value of a cloud variable; nil if there is none of that name.
  package func variable(_ name: String) -> SketchVariable? {
    shownVariables.first { $0.name == name }?.value
  }

  private var shownVariables: [(name: String, value: SketchVariable)] {
    mode == .running ? sketch.variables : []
  }

  /// Whether the blue LED shines; nil on a board that has none, or before a flash.
  package var led: Bool? { mode == .running ? sketch.level(ofPin: SketchDevice.ledPin) : nil }

  /// Runs the sketch's loop until it has nothing more to publish, or pauses.
  func tick() {
    if mode == .restarting { restart(.user) }
    guard mode == .running, isOnline || sketch === builtIn else { return }
    var turns = 0
    var turn: HostSketch.Turn
    repeat {
      turn = sketch.loop()
      turns += 1
    } while turn.end == .idle && turn.triedToPublish && turns < SketchDevice.turnLimit
    follow(turn)
  }

  /// Takes note of how a turn of the sketch went.
  func follow(_ turn: HostSketch.Turn) {
    nextWait = turn.wait
    switch turn.end {
    case .idle, .waiting: break
    // Not at once: a sketch that resets itself in setup() would never come to an end here.
    case .reset: mode = .restarting
    case .safeMode: enterSafeMode()
    case .stuck: mode = .stuck
    }
  }

  private func startBeating() {
    beat = Task { [weak self, pause, beatInterval] in
      var wait = beatInterval
      while !Task.isCancelled {
        do { try await pause(wait) } catch { return }
        guard let self else { return }
        wait = await self.nextBeat()
      }
    }
  }

  /// A beat, and how long it is until the next.
  private func nextBeat() -> Duration {
    tick()
    return max(min(nextWait ?? beatInterval, beatInterval), loopTime, .milliseconds(1))
  }
}
