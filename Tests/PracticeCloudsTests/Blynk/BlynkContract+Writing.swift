@testable import PracticeClouds

/// `update`, `batch/update` and `update/property`.
extension BlynkContract {
  private static let badToken = error("Invalid token.")
  private static let badPin = error("Wrong pin format.")
  private static let badType = error("Value doesn't match the Datastream data type.")
  private static let badTypeNoStop = error("Value doesn't match the Datastream data type")
  private static let noStream = error("No datastream setup for that pin.")

  static let writing: [BlynkContract] = [
    .init(
      source: "blynk:update-value", target: ask("update", "V16=1"), status: 200, body: "",
      then: (ask("get", "V16"), "1")),
    .init(
      source: "blynk:update-by-id", target: ask("update", "dataStreamId=4&value=1"),
      status: 200, body: "",
      then: (ask("get", "V16"), "1")),
    .init(
      source: "blynk:update-value (pin)", target: ask("update", "pin=V16&value=1"), status: 200,
      body: "", then: (ask("get", "V16"), "1")),
    .init(
      source: "blynk:update-location (id)",
      target: ask("update", "dataStreamId=6&value=12.5&value=-3"),
      status: 200, body: "", then: (ask("getAll"), #"{"v1":[12.5,-3.0]}"#)),
    .init(
      source: "blynk:update-location (pin)", target: ask("update", "pin=V1&value=12.5&value=-3"),
      status: 200, body: "", then: (ask("get", "V1"), "[12.5,-3.0]")),
    .init(
      source: "blynk:plus-is-space", target: ask("update", "pin=V6&value=Sample+value"),
      status: 200, body: "", then: (ask("get", "V6"), "Sample value")),
    .init(
      source: "blynk:trailing-slash", target: "/external/api/update/?token=TOKEN&V16=1",
      status: 200, body: ""),
    .init(
      source: "blynk:update-cut (Max)", target: ask("update", "V15=9"), status: 200, body: "",
      then: (ask("get", "v15"), "3.3")),
    .init(
      source: "blynk:update-cut (Min)", target: ask("update", "V14=-1"), status: 200, body: "",
      then: (ask("get", "v14"), "0")),
    .init(
      source: "blynk:update-value (Double)", target: ask("update", "V15=3.141590"), status: 200,
      body: "", then: (ask("get", "v15"), "3.14159")),
    .init(
      source: "blynk:stream-fallback (in the list)", target: ask("update", "V2=1"), status: 200,
      body: "", then: (ask("get", "V2"), "1")),
    .init(
      source: "blynk:stream-fallback", target: ask("update", "V2=7"), status: 200, body: "",
      then: (ask("get", "V2"), "0")),
    .init(
      source: "blynk:update-wrong-type (decimal)", target: ask("update", "V14=123.45"), status: 400,
      body: badType, then: (ask("getAll"), "{}")),
    .init(
      source: "blynk:update-wrong-type", target: ask("update", "V14=abc"), status: 400,
      body: badType),
    .init(
      source: "blynk:update-wrong-type", target: ask("update", "V15=abc"), status: 400,
      body: badType),
    .init(
      source: "blynk:update-wrong-type (Location)", target: ask("update", "V1=1"), status: 400,
      body: badType),
    .init(
      source: "blynk:integer-range", target: ask("update", "V14=2147483648"),
      status: 400,
      body: badType),
    .init(
      source: "blynk:integer-range (lenient)", target: ask("update", "V14=2147483648"),
      settings: { $0.integerParsing = .lenient }, status: 200, body: "",
      then: (ask("get", "V14"), "2147483647")),
    .init(
      source: "blynk:update-refused", target: "/external/api/update?token=x&V16=1", status: 400,
      body: badToken),
    .init(source: "blynk:update-refused", target: ask("update", "x1=1"), status: 400, body: badPin),
    .init(
      source: "blynk:update-refused", target: ask("update", "V99=1"), status: 400, body: noStream),
    .init(
      source: "blynk:update-refused (id)", target: ask("update", "dataStreamId=x&value=1"),
      status: 400,
      body: error("Wrong dataStreamId format.")),
    .init(
      source: "blynk:update-refused (id)", target: ask("update", "dataStreamId=2&value=x"),
      status: 400,
      body: badTypeNoStop),
  ]

  static let batches: [BlynkContract] = [
    .init(
      source: "blynk:batch-update",
      target: ask("batch/update", "V14=300123&V15=3.141590&V16=1&V17=1"),
      status: 200, body: "",
      then: (ask("get", "v14&v15&v16&v17"), #"{"v14":300123,"v15":3.14159,"v16":1,"v17":1}"#)),
    .init(
      source: "blynk:batch-update (OK)", target: ask("batch/update", "V17=1"),
      settings: { $0.batchReply = "OK" }, status: 200, body: "OK"),
    .init(
      source: "blynk:batch-location", target: ask("batch/update", "V3=1&V1=-73.8731,40.8414"),
      status: 200, body: "", then: (ask("get", "V1"), "[-73.8731,40.8414]")),
    .init(
      source: "blynk:batch-update (time)",
      target: ask("batch/update", "V6=2026-07-21T10:00:00.000Z"),
      status: 200, body: "", then: (ask("get", "V6"), "2026-07-21T10:00:00.000Z")),
    .init(
      source: "blynk:trailing-slash", target: "/external/api/batch/update/?token=TOKEN&V17=1",
      status: 200, body: ""),
    .init(
      source: "blynk:batch-refused", target: "/external/api/batch/update?token=x&V17=1",
      status: 400, body: badToken),
    .init(
      source: "blynk:batch-refused", target: ask("batch/update", "V17=1&x=1"), status: 400,
      body: badPin),
    .init(
      source: "blynk:batch-refused (empty)", target: ask("batch/update", "=1&V17=1"), status: 400,
      body: badPin),
    .init(
      source: "blynk:batch-partly (none)", target: ask("batch/update", "V14=5&V17=x"),
      status: 400,
      body: badTypeNoStop, then: (ask("getAll"), "{}")),
    .init(
      source: "blynk:batch-partly (the rest)", target: ask("batch/update", "V14=5&V17=x"),
      settings: { $0.batchStoresPartially = true }, status: 400, body: badTypeNoStop,
      then: (ask("getAll"), #"{"v14":5}"#)),
    .init(
      source: "blynk:batch-partly (unknown pin)", target: ask("batch/update", "V14=5&V99=1"),
      status: 400,
      body: noStream, then: (ask("getAll"), "{}")),
    .init(
      source: "blynk:batch-partly (unknown pin ignored)",
      target: ask("batch/update", "V14=5&V99=1"),
      settings: { $0.batchIgnoresUnknownPins = true }, status: 200, body: "",
      then: (ask("getAll"), #"{"v14":5}"#)),
    .init(
      source: "blynk:unknown-parameters",
      target: ask("batch/update", "event=blynk_https_get&data=x&coreid=y&V17=1"), status: 400,
      body: badPin),
    .init(
      source: "blynk:empty-batch", target: "/external/api/batch/update?token=&V14=", status: 400,
      body: badToken),
  ]

  static let properties: [BlynkContract] = [
    .init(
      source: "blynk:widget-property", target: ask("update/property", "pin=V17&label=Lamp"),
      status: 200, body: ""),
    .init(
      source: "blynk:widget-property (color)",
      target: ask("update/property", "pin=V17&color=%23FF0000"),
      status: 200, body: ""),
    .init(
      source: "blynk:widget-property (switch)",
      target: ask("update/property", "pin=V17&isHidden=true"),
      status: 200, body: ""),
    .init(
      source: "blynk:widget-property (button)",
      target: ask("update/property", "pin=V16&onLabel=on&offLabel=off"),
      status: 200, body: ""),
    .init(
      source: "blynk:widget-property-refused", target: ask("update/property", "pin=V17&color=red"),
      status: 400,
      body: badTypeNoStop),
    .init(
      source: "blynk:widget-property-refused", target: ask("update/property", "pin=x&label=Lamp"),
      status: 400,
      body: badPin),
    .init(
      source: "blynk:widget-property-refused", target: ask("update/property", "label=a"),
      status: 400, body: badPin),
    .init(
      source: "blynk:widget-property-refused",
      target: "/external/api/update/property?token=x&pin=V17&label=a", status: 400, body: badToken),
  ]
}
