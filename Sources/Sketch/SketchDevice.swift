/// The practice device: the sketch on this machine, with a board, a connection and time.
///
/// Before the first `flash` it is as it came from the factory: it can be online, but has no
/// functions and no variables. Each device holds one of the copies of the sketch that a process has
/// room for, until it is released.
package actor SketchDevice {
  /// The longest argument of a function, in bytes (particle-cloud §9).
  package static let argumentLimitBytes = 1024
  /// How many turns in a row the sketch's loop gets while it keeps publishing.
  private static let turnLimit = 8
  /// The pin of the blue LED on the boards that have one.
  private static let ledPin: UInt16 = 7

  /// Which kind of board this is (particle-cloud §4).
  package nonisolated let platformID: Int32
  /// The values that the device was last flashed with.
  package private(set) var flashed: FlashedValues?

  private let sensorValue: Double
  private let surroundings: Surroundings
  private let sketch: HostSketch
  private let pause: @Sendable () async throws -> Void
  private var beat: Task<Void, Never>?

  /// - Parameters:
  ///   - platformID: the kind of board, such as 13 for a Boron, 32 for a Photon 2.
  ///   - clock: the device's time; starts at zero with each flash.
  ///   - beatInterval: how often the sketch's loop runs while the device is online and nothing
  ///     happens. Whatever happens to it runs the loop at once, so this only serves its timers.
  ///   - sensorValue: what the sketch reads as its sensor and sends as V15.
  ///   - publish: takes the event to the cloud, and says whether the cloud has it; called in the
  ///     device's turn, so it must not wait.
  /// - Throws: `SketchError.noFreeCopy` if too many devices live in this process.
  package init<C: Clock>(
    platformID: Int32, clock: C, beatInterval: Duration = .milliseconds(100),
    sensorValue: Double = 3.14159, publish: @escaping @Sendable (DevicePublish) -> Bool
  ) throws(SketchError) where C.Duration == Duration {
    self.platformID = platformID
    self.sensorValue = sensorValue
    let origin = clock.now
    surroundings = Surroundings(elapsed: { origin.duration(to: clock.now) }, publish: publish)
    sketch = try HostSketch(surroundings: surroundings)
    pause = { try await clock.sleep(until: clock.now.advanced(by: beatInterval), tolerance: nil) }
  }

  deinit { beat?.cancel() }

  /// Whether the device is connected to its cloud.
  package var isOnline: Bool { surroundings.isOnline }

  /// Writes the sketch with these values to the device and resets it. The connection stays as it
  /// is: whoever plays the cloud says when a device that starts again is offline.
  package func flash(_ values: FlashedValues) {
    flashed = values
    sketch.start(values: values, platformID: platformID, sensorValue: sensorValue)
    tick()
  }

  /// Connects the device; it sends what it has to say before this returns.
  package func goOnline() {
    guard !isOnline else { return }
    surroundings.isOnline = true
    tick()
    startBeating()
  }

  /// Takes the connection away. The sketch stands still meanwhile, but its time goes on.
  package func goOffline() {
    surroundings.isOnline = false
    beat?.cancel()
    beat = nil
  }

  /// Calls a cloud function. What it makes the sketch publish is published before this returns.
  package func call(_ function: String, _ argument: String) -> CallResult {
    guard isOnline, argument.utf8.count <= SketchDevice.argumentLimitBytes else {
      return .noAnswer
    }
    guard let result = sketch.call(function, argument) else { return .functionMissing }
    tick()
    return .returned(result)
  }

  /// The names of the cloud functions, in the order in which the sketch registered them.
  package var functions: [String] { sketch.functions }

  /// The names of the cloud variables, each with its type as Particle names it.
  package var variables: [String: String] {
    Dictionary(sketch.variables.map { ($0.name, $0.value.typeName) }) { first, _ in first }
  }

  /// The value of a cloud variable; nil if there is none of that name.
  package func variable(_ name: String) -> VariableValue? {
    sketch.variables.first { $0.name == name }?.value
  }

  /// Whether the blue LED shines; nil on a board that has none, or before a flash.
  package var led: Bool? { sketch.level(ofPin: SketchDevice.ledPin) }

  /// Runs the sketch's loop until it has nothing more to publish.
  func tick() {
    guard flashed != nil else { return }
    var turns = 1
    while sketch.loop(), turns < SketchDevice.turnLimit { turns += 1 }
  }

  private func startBeating() {
    beat = Task { [weak self, pause] in
      while !Task.isCancelled {
        do { try await pause() } catch { return }
        guard let self else { return }
        await self.tick()
      }
    }
  }
}
