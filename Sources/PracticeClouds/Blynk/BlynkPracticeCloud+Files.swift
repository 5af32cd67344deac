import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What goes out of, and into, the cloud as a file.
extension BlynkPracticeCloud {
  /// `data/get`: a link to the history (blynk:export-history). What stands in the file is not
  /// documented, so that nothing is behind the link.
  func export(_ request: PracticeRequest, _ device: Int) throws(BlynkRefusal) -> PracticeReply {
    try BlynkExportQuery.check(request.query)
    var readings = account.devices[device].readings
    if let pin = try BlynkExportQuery.pin(request.query) {
      let stream = try stream(on: pin, device)
      readings = readings.filter { $0.key == stream.pin }
    }
    if readings.isEmpty { throw .noData }
    let now = time.now()
    account.devices[device].exports.removeAll { now.timeIntervalSince($0) >= 86_400 }
    guard account.devices[device].exports.count < settings.exportsPerDay else {
      throw .exportLimit
    }
    account.devices[device].exports.append(now)
    let name = "device_data_\(account.devices[device].id)_\(BlynkPracticeCloud.fileStamp(now)).zip"
    return BlynkReplies.json(200, ["link": .string("\(origin(of: request))/\(name)")])
  }

  /// `upload`: the reply is the file's URL (blynk:upload-file).
  func upload(_ request: PracticeRequest, _ device: Int) throws(BlynkRefusal) -> PracticeReply {
    guard account.devices[device].files.count < settings.plan.files else { throw .uploadLimit }
    let part = MultipartForm(request)?.parts.first { $0.name == "upfile" }
    guard let name = part?.fileName else { throw .noFile }
    account.devices[device].files.append(name)
    let number = account.devices[device].files.count
    return BlynkReplies.value("\(origin(of: request))/upload_\(number)_\(name)")
  }

  private func origin(of request: PracticeRequest) -> String {
    "http://\(request.header("host") ?? "127.0.0.1")"
  }

  /// `2021-04-13T02-27-11`
  private static func fileStamp(_ now: Date) -> String {
    String(PracticeTime.stamp(now).prefix(19)).replacing(":", with: "-")
  }
}
