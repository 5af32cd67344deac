import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `data/get`: a device's history as a file (blynk:export-history).
struct BlynkExportHandler: BlynkDeviceHandler {
  /// The reply is a link to the file. What stands in it is not documented, so that nothing is
  /// behind the link.
  func answer(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    try BlynkExportQuery.check(call.query)
    var readings = call.device.readings
    if let pin = try BlynkExportQuery.pin(call.query) {
      let stream = try call.stream(on: pin)
      readings = readings.filter { $0.key == stream.pin }
    }
    if readings.isEmpty { throw .noData }
    let now = call.now
    var exports = call.device.exports.filter { now.timeIntervalSince($0) < 86_400 }
    let mayExport = exports.count < call.settings.exportsPerDay
    if mayExport { exports.append(now) }
    store.updateDevice(at: call.place) { $0.exports = exports }
    guard mayExport else { throw .exportLimit }
    let name = "device_data_\(call.device.id)_\(BlynkExportHandler.fileStamp(now)).zip"
    return BlynkReplies.json(200, ["link": .string("\(call.request.origin)/\(name)")])
  }

  /// `2021-04-13T02-27-11`
  private static func fileStamp(_ now: Date) -> String {
    String(PracticeTime.stamp(now).prefix(19)).replacing(":", with: "-")
  }
}

/// `upload`: a file for a device (blynk:upload-file).
struct BlynkUploadHandler: BlynkDeviceHandler {
  /// The reply is the file's URL.
  func answer(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    let files = call.device.files
    guard files.count < call.settings.plan.files else { throw .uploadLimit }
    let part = MultipartForm(call.request)?.parts.first { $0.name == "upfile" }
    guard let name = part?.fileName else { throw .noFile }
    store.updateDevice(at: call.place) { $0.files.append(name) }
    return BlynkReplies.value("\(call.request.origin)/upload_\(files.count + 1)_\(name)")
  }
}

extension PracticeRequest {
  /// Where it was sent to, as its sender has it.
  fileprivate var origin: String { "http://\(header("host") ?? "127.0.0.1")" }
}
