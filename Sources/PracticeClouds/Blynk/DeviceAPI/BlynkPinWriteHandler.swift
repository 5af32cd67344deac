import HTTPTestServer

/// `update` and `batch/update`: new values for a device's pins.
enum BlynkPinWriteHandler: BlynkDeviceHandler {
  case update
  case updateBatch

  func answer(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    switch self {
    case .update: try BlynkPinWriteHandler.updatePin(call, &store)
    case .updateBatch: try BlynkPinWriteHandler.updatePins(call, &store)
    }
  }

  /// One value; 200 without a body (blynk:update-value).
  private static func updatePin(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    let write: DatastreamWrite
    switch try BlynkQuery.target(call.query) {
    case .dataStream(let id, let texts):
      // What an unknown id gets in `update` is not documented; `get`'s words here.
      write = try read(texts, for: try call.stream(id: id), call, else: .typeMismatchWithoutStop)
    case .pin(let pin, let texts):
      write = try read(texts, for: try call.stream(on: pin), call, else: .typeMismatch)
    }
    store.write([write], toDeviceAt: call.place, firing: call.settings.httpsWritesFireWebhooks)
    return .empty(200)
  }

  /// Many values, all or none: which of the two is not documented (blynk:batch-update,
  /// blynk:batch-partly).
  private static func updatePins(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    let settings = call.settings
    var writes: [DatastreamWrite] = []
    var refusal: BlynkRefusal?
    for (pin, text) in try BlynkQuery.batch(call.query) {
      do throws(BlynkRefusal) {
        let stream = try call.stream(on: pin)
        writes.append(try read([text], for: stream, call, else: .typeMismatchWithoutStop))
      } catch .noDatastream where settings.batchIgnoresUnknownPins {
        continue
      } catch {
        guard settings.batchStoresPartially else { throw error }
        refusal = error
      }
    }
    store.write(
      echoed(writes, call.context.faults), toDeviceAt: call.place,
      firing: settings.httpsWritesFireWebhooks)
    if let refusal { throw refusal }
    return settings.batchReply.isEmpty ? .empty(200) : BlynkReplies.value(settings.batchReply)
  }

  /// The texts as a value of the stream, or the refusal.
  private static func read(
    _ texts: [String], for stream: Datastream, _ call: BlynkDeviceCall, else refusal: BlynkRefusal
  ) throws(BlynkRefusal) -> DatastreamWrite {
    guard let value = stream.value(of: texts, parsing: call.settings.integerParsing) else {
      throw refusal
    }
    return DatastreamWrite(stream: stream, value: value)
  }

  /// What is left of a batch while a fault on the way back is on.
  private static func echoed(_ writes: [DatastreamWrite], _ faults: Faults) -> [DatastreamWrite] {
    if faults.isOn(.echoMissing) { return [] }
    if faults.isOn(.echoStale) { return writes.filter { ![6, 14].contains($0.stream.pin) } }
    return writes
  }
}
