import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `POST batch/update?pin=V14`: history for one stream, a timestamped batch (blynk:import-points).
struct BlynkImportHandler: BlynkDeviceHandler {
  private struct Point {
    var at: Date
    var value: DatastreamValue
  }

  /// The stream shows the newest point, unless what it has is newer; that history fires no webhook
  /// is our choice, as it is not documented.
  func answer(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    let pin = try BlynkQuery.pin(call.request.queryValue("pin") ?? "")
    let stream = try call.stream(on: pin)
    guard call.request.contentType == "application/json" else { throw .unknownContentType }
    let points = try BlynkImportHandler.points(call, for: stream)
    let age = 86_400 * Double(call.settings.importAgeLimitDays)
    let oldest = call.now.addingTimeInterval(-age)
    let kept = points.filter { $0.at >= oldest }
    store.updateDevice(at: call.place) { device in
      device.importedPoints[stream.pin, default: 0] += kept.count
      if let newest = kept.max(by: { $0.at < $1.at }) {
        BlynkImportHandler.show(newest, stream.pin, &device)
      }
    }
    return BlynkReplies.value("OK")
  }

  private static func show(_ point: Point, _ pin: Int, _ device: inout BlynkDevice) {
    if let shown = device.readings[pin], shown.at > point.at { return }
    device.readings[pin] = BlynkReading(value: point.value, at: point.at)
  }

  /// `[[ts_ms, value],…]`.
  private static func points(
    _ call: BlynkDeviceCall, for stream: Datastream
  ) throws(BlynkRefusal) -> [Point] {
    let settings = call.settings
    guard let rows = call.request.json?.array else { throw .batchUnreadable }
    guard rows.count <= settings.importLimit else {
      throw .batchTooLarge(limit: settings.importLimit)
    }
    var points: [Point] = []
    for row in rows {
      guard let pair = row.array, pair.count == 2, let milliseconds = pair[0].number else {
        throw .batchUnreadable
      }
      // What a value of the wrong type gets is not documented here; the words of the other batch.
      guard let value = stream.value(of: pair[1], parsing: settings.integerParsing) else {
        throw .typeMismatchWithoutStop
      }
      points.append(Point(at: Date(timeIntervalSince1970: milliseconds / 1000), value: value))
    }
    return points
  }
}
