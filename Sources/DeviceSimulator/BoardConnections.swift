/// What a sketch on the host meets: its time, its connection, its cloud. The C++ side calls back
/// into this; like the sketch, it belongs to one device and is never shared.
final class BoardConnections {
  var isOnline = false
  /// When the board was last reset, on the clock of `elapsed`.
  private var resetAt: Duration
  private let elapsed: @Sendable () -> Duration
  private let publish: @Sendable (DevicePublish) -> Bool

  init(
    elapsed: @escaping @Sendable () -> Duration,
    publish: @escaping @Sendable (DevicePublish) -> Bool
  ) {
    self.elapsed = elapsed
    self.publish = publish
    resetAt = elapsed()
  }

  /// The board's time starts again from zero.
  func reset() { resetAt = elapsed() }

  /// The time since the last reset.
  var milliseconds: UInt64 { UInt64(max(0, (elapsed() - resetAt) / .milliseconds(1))) }

  /// Whether the cloud takes the event.
  func take(name: String, data: String) -> Bool { publish(DevicePublish(name: name, data: data)) }
}
