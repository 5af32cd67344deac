import Firmware

/// How a device starts: flashed, reset, in safe mode.
extension SketchDevice {
  /// What a device is doing.
  package enum Mode: Sendable, Hashable {
    /// It was never flashed.
    case factory
    /// It runs its sketch.
    case running
    /// It is connected, but does not run its sketch.
    case safeMode
    /// The sketch asked for a reset, which comes with the next beat.
    case restarting
    /// The sketch crashed, computed without end, or could not be started again; it stays so until a
    /// flash or a reset. A real device would start again by itself, and most likely into the same.
    case stuck
  }

  /// Writes the sketch with these values to the device and resets it. The connection stays as it
  /// is: whoever plays the cloud says when a device that starts again is offline.
  package func flash(_ values: FlashedValues) {
    program = .builtIn(values)
    start(builtIn, with: values, reason: .update)
  }

  /// Writes a program to the device and resets it, as `flash` with values does.
  ///
  /// - Throws: `wrongPlatform` if it was made for another kind of board, `hostFailed` if this
  ///   machine does not load it; the device is then as it was.
  package func flash(_ program: SketchProgram) throws(SketchError) {
    guard program.platformID == platformID else {
      throw .wrongPlatform(made: program.platformID, device: platformID)
    }
    switch program.content {
    case .builtIn(let values): flash(values)
    case .executable(let executable):
      let sketch = try HostSketch(executable: executable, connections: connections)
      self.program = program.content
      start(sketch, with: nil, reason: .update)
    }
  }

  /// Starts the device again with what it was last flashed with, as its button does.
  package func reset(_ reason: ResetReason = .pinReset) { restart(reason) }

  /// Starts the device again without its sketch, until it is reset or flashed.
  package func enterSafeMode() {
    guard mode != .factory else { return }
    sketch = builtIn
    lastReset = .safeMode
    mode = .safeMode
  }

  func restart(_ reason: ResetReason) {
    switch program {
    case nil: lastReset = reason
    case .builtIn(let values): start(builtIn, with: values, reason: reason)
    case .executable(let executable):
      do throws(SketchError) {
        let sketch = try HostSketch(executable: executable, connections: connections)
        start(sketch, with: nil, reason: reason)
      } catch {
        mode = .stuck
      }
    }
  }

  private func start(_ sketch: HostSketch, with values: FlashedValues?, reason: ResetReason) {
    flashed = values
    lastReset = reason
    starts += 1
    mode = .running
    self.sketch = sketch
    let values = values ?? FlashedValues(templateID: "", templateName: "", authToken: "")
    follow(sketch.start(values: values, platformID: platformID, sensorValue: sensorValue))
    // One that asked for a reset gets it with the next beat: in setup() it would ask again.
    if mode == .running { tick() }
  }
}
