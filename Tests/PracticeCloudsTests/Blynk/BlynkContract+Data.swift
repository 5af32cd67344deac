@testable import PracticeClouds

/// Timestamped batches, events, exports, metadata and the rest of the device API.
extension BlynkContract {
  private static let badToken = error("Invalid token.")
  private static let badPin = error("Wrong pin format.")
  /// A time within the last month of the bench's clock, in milliseconds.
  private static let recent = "1784628000000"

  static let imports: [BlynkContract] = [
    .init(
      source: "blynk:import-points", method: .post, target: ask("batch/update", "pin=V14"),
      sent: .json("[[\(recent),5],[1784627000000,7]]"), status: 200, body: "OK",
      then: (ask("get", "V14"), "5")),
    .init(
      source: "blynk:import-points (String)", method: .post, target: ask("batch/update", "pin=V6"),
      sent: .json(#"[[\#(recent),"a"]]"#), status: 200, body: "OK", then: (ask("get", "V6"), "a")),
    .init(
      source: "blynk:import-points (Enum)", method: .post, target: ask("batch/update", "pin=V2"),
      sent: .json("[[\(recent),1]]"), status: 200, body: "OK", then: (ask("get", "V2"), "1")),
    .init(
      source: "blynk:import-points (Location)", method: .post,
      target: ask("batch/update", "pin=V1"),
      sent: .json("[[\(recent),[12,11]]]"), status: 200, body: "OK",
      then: (ask("get", "V1"), "[12.0,11.0]")),
    .init(
      source: "blynk:import-age", method: .post, target: ask("batch/update", "pin=V14"),
      sent: .json("[[1600000000000,5]]"), status: 200, body: "OK", then: (ask("getAll"), "{}")),
    .init(
      source: "blynk:import-refused", method: .post,
      target: "/external/api/batch/update?token=x&pin=V14", sent: .json("[]"), status: 400,
      body: badToken),
    .init(
      source: "blynk:import-refused", method: .post, target: ask("batch/update", "pin=x"),
      sent: .json("[]"),
      status: 400, body: badPin),
    .init(
      source: "blynk:import-refused", method: .post, target: ask("batch/update"), sent: .json("[]"),
      status: 400,
      body: badPin),
    .init(
      source: "blynk:import-refused", method: .post, target: ask("batch/update", "pin=V14"),
      sent: .text("[]"),
      status: 400, body: error("Unknown content type.")),
    .init(
      source: "blynk:import-refused", method: .post, target: ask("batch/update", "pin=V14"),
      sent: .json("[[\(recent),1],[\(recent),2],[\(recent),3]]"), settings: { $0.importLimit = 2 },
      status: 400,
      body: error("Too much data in batch. Maximum batch size is 2 points.")),
    .init(
      source: "blynk:import-refused", method: .post, target: ask("batch/update", "pin=V14"),
      sent: .json(
        "[" + Array(repeating: "[\(recent),1]", count: 10_001).joined(separator: ",") + "]"),
      status: 400,
      body: error("Too much data in batch. Maximum batch size is 10000 points.")),
  ]

  static let events: [BlynkContract] = [
    .init(
      source: "blynk:log-event", target: ask("logEvent", "code=too_hot&description=41+C"),
      status: 200,
      body: ""),
    .init(
      source: "blynk:log-event", target: ask("logEvent", "code=too_hot"), status: 200, body: ""),
    .init(
      source: "blynk:log-event-refused", target: "/external/api/logEvent?token=x&code=too_hot",
      status: 400, body: badToken),
    .init(
      source: "blynk:log-event-refused", target: ask("logEvent"), status: 400,
      body: error("Event code is not provided.")),
    .init(
      source: "blynk:log-event-refused", target: ask("logEvent", "code=cold"), status: 400,
      body: error("Can't find Event with this code in Product template")),
  ]

  private static let value = [ask("update", "V14=5")]
  private static let badParameters = error("Request with incorrect parameters")

  static let exports: [BlynkContract] = [
    .init(
      source: "blynk:export-history", target: ask("data/get"), given: value, status: 200,
      body: #"{"link":"http://127.0.0.1:PORT/device_data_1_2026-07-21T10-30-00.zip"}"#),
    .init(
      source: "blynk:export-history",
      target: ask(
        "data/get",
        "period=DAY&granularityType=HOURLY&sourceType=MAX&tzName=UTC&format=ISO_US&sendEvents=false"
      ), given: value, status: 200, body: #"{"link":"*"}"#),
    .init(
      source: "blynk:export-history (pin)", target: ask("data/get", "pin=V14"), given: value,
      status: 200, body: #"{"link":"*"}"#),
    .init(
      source: "blynk:export-refused", target: "/external/api/data/get?token=x", status: 400,
      body: badToken),
    .init(
      source: "blynk:export-refused", target: "/external/api/data/get", status: 400,
      body: error("No token provided.")),
    .init(
      source: "blynk:export-refused", target: ask("data/get", "granularityType=YEARLY"),
      given: value, status: 400,
      body: badParameters),
    .init(
      source: "blynk:export-refused", target: ask("data/get", "sourceType=MEDIAN"), given: value,
      status: 400, body: badParameters),
    .init(
      source: "blynk:export-refused (raw, three months)",
      target: ask("data/get", "period=THREE_MONTHS"),
      given: value, status: 400, body: badParameters),
    .init(
      source: "blynk:export-refused", target: ask("data/get", "pin=x"), given: value, status: 400,
      body: badPin),
    .init(
      source: "blynk:export-refused", target: ask("data/get"), status: 500, body: error("No data")),
    .init(
      source: "blynk:export-refused", target: ask("data/get", "period=YEAR"), given: value,
      status: 500,
      body: error("No enum constant cc.blynk.server.core.model.widgets.outputs.graph.Period.YEAR")),
  ]

  static let metadata: [BlynkContract] = [
    .init(
      source: "blynk:meta-field", target: ask("device/meta", "metaFieldId=1"), status: 200,
      body: #"{"type":"Text","value":"none yet"}"#),
    .init(
      source: "blynk:meta-field-refused", target: "/external/api/device/meta?token=x&metaFieldId=1",
      status: 400, body: badToken),
    .init(
      source: "blynk:meta-field-refused", target: ask("device/meta", "metaFieldId=x"), status: 400,
      body: error("Wrong metaField format.")),
    .init(
      source: "blynk:meta-field-refused", target: ask("device/meta", "metaFieldId=9"), status: 400,
      body: error("MetaField doesn't exist.")),
    .init(
      source: "blynk:meta-field", target: ask("device/meta/update", "metaFieldId=1&value=e00fce68"),
      status: 200,
      then: (ask("device/meta", "metaFieldId=1"), #"{"type":"Text","value":"e00fce68"}"#)),
    .init(
      source: "blynk:meta-field (name)",
      target: ask("device/meta/update", "metaFieldName=Particle%20id&value=b"), status: 200,
      then: (ask("device/meta", "metaFieldId=1"), #"{"type":"Text","value":"b"}"#)),
    .init(
      source: "blynk:meta-field (case)",
      target: ask("device/meta/update", "metaFieldName=floor&value=2"),
      status: 400, body: error("MetaField doesn't exist")),
    .init(
      source: "blynk:meta-field-refused",
      target: ask("device/meta/update", "metaFieldId=x&value=2"), status: 400,
      body: error("Wrong metaField format")),
    .init(
      source: "blynk:meta-field-refused",
      target: ask("device/meta/update", "metaFieldId=9&value=2"), status: 400,
      body: error("MetaField doesn't exist")),
    .init(
      source: "blynk:meta-field-refused",
      target: ask("device/meta/update", "metaFieldId=2&value=two"), status: 400,
      body: error("Wrong value")),
    .init(
      source: "blynk:meta-field-refused",
      target: "/external/api/device/meta/update?token=x&metaFieldId=1&value=2", status: 400,
      body: badToken),
  ]

  static let others: [BlynkContract] = [
    .init(
      source: "blynk:provision-call", target: ask("provision", "templateId=TEMPLATE"), status: 200),
    .init(
      source: "blynk:provision-call",
      target: ask("provision", "templateId=TEMPLATE&build=1&ver=2&type=MCU"),
      status: 200),
    .init(
      source: "blynk:provision-refused",
      target: "/external/api/provision?token=x&templateId=TEMPLATE", status: 400, body: badToken),
    .init(
      source: "blynk:upload-refused (Free)", method: .post, target: ask("upload"),
      sent: .file("a.txt"),
      status: 403, body: error("File uploads limit has been reached.")),
    .init(
      source: "blynk:upload-file (PRO)", method: .post, target: ask("upload"), sent: .file("a.txt"),
      settings: { $0.plan = .pro }, status: 200, body: "http://127.0.0.1:PORT/upload_1_a.txt"),
    .init(
      source: "blynk:upload-refused", method: .post, target: "/external/api/upload?token=x",
      sent: .file("a.txt"),
      status: 400, body: badToken),
    .init(
      source: "blynk:device-json", target: ask("device"), status: 200,
      body: #"{"id":1,"name":"Particle Device","activatedAt":1784629800000,"hardwareInfo":{}}"#),
  ]
}
