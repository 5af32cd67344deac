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
    /// The sketch computes without end, or could not be loaded again. A flash or a reset helps.
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
  package func flash(_ program: Program) throws(SketchError) {
    guard program.platformID == platformID else {
      throw .wrongPlatform(made: program.platformID, device: platformID)
    }
    switch program.content {
    case .builtIn(let values): flash(values)
    case .library(let library):
      let loaded = try load(library)
      self.program = program.content
      start(loaded, with: nil, reason: .update)
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
    case .library(let library):
      do throws(SketchError) {
        start(try load(library), with: nil, reason: reason)
      } catch {
        mode = .stuck
      }
    }
  }

  private func load(_ library: Program.Library) throws(SketchError) -> HostSketch {
    try HostSketch(
      library: LoadedLibrary(bytes: library.bytes, temporaryFolder: library.temporaryFolder),
      surroundings: surroundings)
  }

  private func start(_ sketch: HostSketch, with values: FlashedValues?, reason: ResetReason) {
    flashed = values
    lastReset = reason
    starts += 1
    mode = .running
    self.sketch = sketch
    let values = values ?? FlashedValues(templateID: "", templateName: "", authToken: "")
    follow(sketch.start(values: values, platformID: platformID, sensorValue: sensorValue))
    tick()
  }
}
