/// The programs that run now, by device id.
struct DevicePrograms {
  private var sketches: [String: RunningSketch] = [:]
  /// One listener for each running program.
  private var listeners: [String: Task<Void, Never>] = [:]
  /// The devices whose programs want to hear of events.
  private var subscribers: Set<String> = []

  var deviceIDs: [String] { Array(sketches.keys) }

  /// The programs that want to hear of events.
  var subscribed: [RunningSketch] { subscribers.compactMap { sketches[$0] } }

  subscript(_ device: String) -> RunningSketch? { sketches[device] }

  mutating func add(_ sketch: RunningSketch, listener: Task<Void, Never>, for device: String) {
    sketches[device] = sketch
    listeners[device] = listener
  }

  mutating func subscribe(_ device: String) { subscribers.insert(device) }

  /// Takes a program out, which has to be stopped; nobody listens to it any more.
  mutating func remove(_ device: String) -> RunningSketch? {
    listeners.removeValue(forKey: device)?.cancel()
    subscribers.remove(device)
    return sketches.removeValue(forKey: device)
  }
}
