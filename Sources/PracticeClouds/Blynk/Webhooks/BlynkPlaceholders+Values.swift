#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension BlynkPlaceholders {
  /// The names that a datastream's webhook may use (blynk:webhook-placeholders); those of users,
  /// tags and places are left literal, as the practice account has none, and so is
  /// `device_clientType`, whose values are not documented.
  ///
  /// - Parameter write: nil for a test run, which has no value.
  init(
    _ account: BlynkAccount, _ device: BlynkDevice, _ write: DatastreamWrite?, at now: Date
  ) {
    let template = account.template(device.templateID)
    var values = BlynkPlaceholders.described(device, template, at: now)
    for (name, value) in BlynkPlaceholders.metadata(of: device, template) { values[name] = value }
    if let write {
      values["device_dataStreamId"] = "\(write.stream.id)"
      values["device_dataStreamName"] = write.stream.name
      values["device_dataStreamAlias"] = write.stream.alias
      values["device_pin"] = BlynkPin(.virtual, write.stream.pin).name
      values["device_pinValue"] = write.value.printed
    }
    self.init(values: values)
  }

  private static func described(
    _ device: BlynkDevice, _ template: BlynkTemplate?, at now: Date
  ) -> [String: String] {
    [
      "device_id": "\(device.id)", "device_name": device.name, "device_authToken": device.token,
      "device_templateId": device.templateID, "device_productName": template?.name ?? "",
      "device_orgName": BlynkAccount.organization,
      // Its form is not documented.
      "device_dateCreated": device.createdAt.formatted(.iso8601),
      // Seconds or milliseconds: not documented.
      "timestamp_unix": "\(Int(now.timeIntervalSince1970))",
      "timestamp_iso8601": now.formatted(.iso8601),
    ]
  }

  /// `device_metadata_X` and `device_dataStream_X`; that X is an id is our reading.
  private static func metadata(
    of device: BlynkDevice, _ template: BlynkTemplate?
  ) -> [(name: String, value: String)] {
    guard let template else { return [] }
    let fields = template.metaFields.map { field in
      (name: "device_metadata_\(field.id)", value: device.metadata[field.id] ?? field.value)
    }
    let streams = template.datastreams.compactMap { stream in
      device.readings[stream.pin].map {
        (name: "device_dataStream_\(stream.id)", value: $0.value.printed)
      }
    }
    return fields + streams
  }
}
