@testable import Practice

/// `update`, `batch/update` and `update/property`.
extension BlynkContract {
  private static let badToken = error("Invalid token.")
  private static let badPin = error("Wrong pin format.")
  private static let badType = error("Value doesn't match the Datastream data type.")
  private static let badTypeNoStop = error("Value doesn't match the Datastream data type")
  private static let noStream = error("No datastream setup for that pin.")

  static let writing: [BlynkContract] = [
    .init(
      source: "§3.5", target: ask("update", "V16=1"), status: 200, body: "",
      then: (ask("get", "V16"), "1")),
    .init(
      source: "§3.5 (id)", target: ask("update", "dataStreamId=4&value=1"), status: 200, body: "",
      then: (ask("get", "V16"), "1")),
    .init(
      source: "§3.5 (pin)", target: ask("update", "pin=V16&value=1"), status: 200, body: "",
      then: (ask("get", "V16"), "1")),
    .init(
      source: "§3.5 (Location by id)", target: ask("update", "dataStreamId=6&value=12.5&value=-3"),
      status: 200, body: "", then: (ask("getAll"), #"{"v1":[12.5,-3.0]}"#)),
    .init(
      source: "§3.5 (Location by pin)", target: ask("update", "pin=V1&value=12.5&value=-3"),
      status: 200, body: "", then: (ask("get", "V1"), "[12.5,-3.0]")),
    .init(
      source: "§3.5 (+ is a space)", target: ask("update", "pin=V6&value=Sample+value"),
      status: 200, body: "", then: (ask("get", "V6"), "Sample value")),
    .init(
      source: "§3.5 (slash)", target: "/external/api/update/?token=TOKEN&V16=1", status: 200,
      body: ""),
    .init(
      source: "§3.5 (Max)", target: ask("update", "V15=9"), status: 200, body: "",
      then: (ask("get", "v15"), "3.3")),
    .init(
      source: "§3.5 (Min)", target: ask("update", "V14=-1"), status: 200, body: "",
      then: (ask("get", "v14"), "0")),
    .init(
      source: "§3.5 (Double)", target: ask("update", "V15=3.141590"), status: 200, body: "",
      then: (ask("get", "v15"), "3.14159")),
    .init(
      source: "§9 (Enumerable)", target: ask("update", "V2=1"), status: 200, body: "",
      then: (ask("get", "V2"), "1")),
    .init(
      source: "§9 (fallback)", target: ask("update", "V2=7"), status: 200, body: "",
      then: (ask("get", "V2"), "0")),
    .init(
      source: "§3.5 (decimal)", target: ask("update", "V14=123.45"), status: 400, body: badType,
      then: (ask("getAll"), "{}")),
    .init(source: "§3.5", target: ask("update", "V14=abc"), status: 400, body: badType),
    .init(source: "§3.5", target: ask("update", "V15=abc"), status: 400, body: badType),
    .init(source: "§3.5 (Location)", target: ask("update", "V1=1"), status: 400, body: badType),
    .init(
      source: "§4 (beyond 32 bits)", target: ask("update", "V14=2147483648"), status: 400,
      body: badType),
    .init(
      source: "§4 (lenient)", target: ask("update", "V14=2147483648"),
      settings: { $0.integerParsing = .lenient }, status: 200, body: "",
      then: (ask("get", "V14"), "2147483647")),
    .init(
      source: "§3.5", target: "/external/api/update?token=x&V16=1", status: 400, body: badToken),
    .init(source: "§3.5", target: ask("update", "x1=1"), status: 400, body: badPin),
    .init(source: "§3.5", target: ask("update", "V99=1"), status: 400, body: noStream),
    .init(
      source: "§3.5 (id)", target: ask("update", "dataStreamId=x&value=1"), status: 400,
      body: error("Wrong dataStreamId format.")),
    .init(
      source: "§3.5 (id)", target: ask("update", "dataStreamId=2&value=x"), status: 400,
      body: badTypeNoStop),
  ]

  static let batches: [BlynkContract] = [
    .init(
      source: "§3.6", target: ask("batch/update", "V14=300123&V15=3.141590&V16=1&V17=1"),
      status: 200, body: "",
      then: (ask("get", "v14&v15&v16&v17"), #"{"v14":300123,"v15":3.14159,"v16":1,"v17":1}"#)),
    .init(
      source: "§3.6 (OK)", target: ask("batch/update", "V17=1"),
      settings: { $0.batchReply = "OK" }, status: 200, body: "OK"),
    .init(
      source: "§3.6 (Location)", target: ask("batch/update", "V3=1&V1=-73.8731,40.8414"),
      status: 200, body: "", then: (ask("get", "V1"), "[-73.8731,40.8414]")),
    .init(
      source: "§3.6 (time)", target: ask("batch/update", "V6=2026-07-21T10:00:00.000Z"),
      status: 200, body: "", then: (ask("get", "V6"), "2026-07-21T10:00:00.000Z")),
    .init(
      source: "§3.6 (slash)", target: "/external/api/batch/update/?token=TOKEN&V17=1", status: 200,
      body: ""),
    .init(
      source: "§3.6", target: "/external/api/batch/update?token=x&V17=1", status: 400,
      body: badToken),
    .init(source: "§3.6", target: ask("batch/update", "V17=1&x=1"), status: 400, body: badPin),
    .init(
      source: "§3.6 (empty)", target: ask("batch/update", "=1&V17=1"), status: 400, body: badPin),
    .init(
      source: "§3.6 (all or none)", target: ask("batch/update", "V14=5&V17=x"), status: 400,
      body: badTypeNoStop, then: (ask("getAll"), "{}")),
    .init(
      source: "§4 (partial)", target: ask("batch/update", "V14=5&V17=x"),
      settings: { $0.batchStoresPartially = true }, status: 400, body: badTypeNoStop,
      then: (ask("getAll"), #"{"v14":5}"#)),
    .init(
      source: "§4 (unknown pin)", target: ask("batch/update", "V14=5&V99=1"), status: 400,
      body: noStream, then: (ask("getAll"), "{}")),
    .init(
      source: "§4 (unknown pin ignored)", target: ask("batch/update", "V14=5&V99=1"),
      settings: { $0.batchIgnoresUnknownPins = true }, status: 200, body: "",
      then: (ask("getAll"), #"{"v14":5}"#)),
    .init(
      source: "§15 F12 (default fields)",
      target: ask("batch/update", "event=blynk_https_get&data=x&coreid=y&V17=1"), status: 400,
      body: badPin),
    .init(
      source: "§16 (4, nothing in the event)", target: "/external/api/batch/update?token=&V14=",
      status: 400, body: badToken),
  ]

  static let properties: [BlynkContract] = [
    .init(
      source: "§3.8", target: ask("update/property", "pin=V17&label=Lamp"), status: 200, body: ""),
    .init(
      source: "§3.8 (color)", target: ask("update/property", "pin=V17&color=%23FF0000"),
      status: 200, body: ""),
    .init(
      source: "§3.8 (switch)", target: ask("update/property", "pin=V17&isHidden=true"),
      status: 200, body: ""),
    .init(
      source: "§3.8 (button)", target: ask("update/property", "pin=V16&onLabel=on&offLabel=off"),
      status: 200, body: ""),
    .init(
      source: "§3.8", target: ask("update/property", "pin=V17&color=red"), status: 400,
      body: badTypeNoStop),
    .init(
      source: "§3.8", target: ask("update/property", "pin=x&label=Lamp"), status: 400,
      body: badPin),
    .init(source: "§3.8", target: ask("update/property", "label=a"), status: 400, body: badPin),
    .init(
      source: "§3.8", target: "/external/api/update/property?token=x&pin=V17&label=a", status: 400,
      body: badToken),
  ]
}
