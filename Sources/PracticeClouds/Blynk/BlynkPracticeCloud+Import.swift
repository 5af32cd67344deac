import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension BlynkPracticeCloud {
  /// A point of a timestamped batch.
  private struct Point {
    var at: Date
    var value: DatastreamValue
  }

  /// `POST batch/update?pin=V14`: history for one stream (blynk:import-points). The stream shows
  /// the newest point, unless what it has is newer; that history fires no webhook is our choice, as
  /// it is not documented.
  func takeIn(_ request: PracticeRequest, _ device: Int) throws(BlynkRefusal) -> PracticeReply {
    let stream = try stream(on: try BlynkQuery.pin(request.queryValue("pin") ?? ""), device)
    guard request.contentType == "application/json" else { throw .unknownContentType }
    let points = try points(request, for: stream)
    let oldest = time.now().addingTimeInterval(-86_400 * Double(settings.importAgeLimitDays))
    let kept = points.filter { $0.at >= oldest }
    account.devices[device].importedPoints[stream.pin, default: 0] += kept.count
    if let newest = kept.max(by: { $0.at < $1.at }) {
      show(newest, pin: stream.pin, device)
    }
    return BlynkReplies.value("OK")
  }

  private func show(_ point: Point, pin: Int, _ device: Int) {
    if let shown = account.devices[device].readings[pin], shown.at > point.at { return }
    account.devices[device].readings[pin] = BlynkReading(value: point.value, at: point.at)
  }

  /// `[[ts_ms, value],…]`.
  private func points(
    _ request: PracticeRequest, for stream: Datastream
  ) throws(BlynkRefusal) -> [Point] {
    guard let rows = request.json?.array else { throw .batchUnreadable }
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
