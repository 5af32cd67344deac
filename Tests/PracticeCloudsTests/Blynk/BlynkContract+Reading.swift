@testable import PracticeClouds

/// Regions, methods, and `get`.
extension BlynkContract {
  private static let badToken = error("Invalid token.")
  private static let badPin = error("Wrong pin format.")

  static let general: [BlynkContract] = [
    .init(
      source: "blynk:region-redirect", target: ask("get", "V16"), faults: [.blynkWrongRegion],
      status: 308, header: ("Location", "http://localhost:PORT/external/api/get?token=TOKEN&V16"),
      body: ""),
    .init(
      source: "blynk:region-redirect", target: ask("get", "V16"), faults: [.blynkWrongRegion],
      status: 308, header: ("Content-Length", "0"), body: ""),
    .init(
      source: "blynk:region-redirect", target: ask("batch/update", "V17=1&V6=a%20b"),
      faults: [.blynkWrongRegion],
      status: 308,
      header: (
        "Location", "http://localhost:PORT/external/api/batch/update?token=TOKEN&V17=1&V6=a%20b"
      ), body: ""),
    .init(
      source: "blynk:region-bad-token (the other answer)", target: ask("get", "V16"),
      settings: { $0.wrongRegionAnswer = .invalidToken }, faults: [.blynkWrongRegion], status: 400,
      body: badToken),
    .init(
      source: "blynk:path-case", target: "/external/api/Get?token=TOKEN&V16", status: 404),
    .init(
      source: "blynk:path-case", target: "/External/api/get?token=TOKEN&V16", status: 404),
    .init(
      source: "blynk:path-case (names)", target: "/external/api/get?Token=TOKEN&V16", status: 400,
      body: badToken
    ),
    .init(
      source: "blynk:pin-spelling", target: ask("get", "V16"), status: 200, body: "0"),
    .init(
      source: "blynk:pin-spelling", target: ask("get", "v16"), status: 200, body: "0"),
    .init(
      source: "blynk:pin-spelling (digital)", target: ask("get", "d1"), status: 400,
      body: error("No datastream setup for that pin.")),
    .init(
      source: "blynk:pin-range", target: ask("get", "v256"), status: 400, body: badPin),
    .init(
      source: "blynk:method-other", method: .post, target: ask("update", "V16=1"),
      status: 405,
      header: ("Allow", "GET")),
    .init(
      source: "blynk:method-other", method: .put, target: ask("batch/update", "V16=1"),
      status: 405,
      header: ("Allow", "GET, POST")),
    .init(
      source: "blynk:app-connected", target: ask("isAppConnected"), status: 404),
    .init(
      source: "blynk:first-blynk", method: .put, target: "/TOKEN/update/V16",
      sent: .json(#"["1"]"#), status: 404),
    .init(
      source: "blynk:limit-requests", target: ask("get", "V16"),
      given: [ask("get", "V16")],
      settings: { $0.requestsPerSecond = 1 }, status: 429),
  ]

  static let reading: [BlynkContract] = [
    .init(
      source: "blynk:get-value", target: ask("get", "v3"), given: [ask("update", "V3=100.5")],
      status: 200, header: ("Content-Type", "application/json;charset=utf-8"), body: "100.5"),
    .init(
      source: "blynk:get-value (String)", target: ask("get", "V6"),
      given: [ask("update", "V6=a%20b")],
      status: 200, body: "a b"),
    .init(
      source: "blynk:get-no-value", target: ask("get", "V6"), status: 200, body: ""),
    .init(
      source: "blynk:get-no-value (default)", target: ask("get", "V14"), status: 200, body: "0"),
    .init(source: "blynk:get-value (pin=)", target: ask("get", "pin=V16"), status: 200, body: "0"),
    .init(
      source: "blynk:get-refused", target: "/external/api/get?token=wrong&V16", status: 400,
      body: badToken),
    .init(
      source: "blynk:get-refused", target: "/external/api/get?V16", status: 400, body: badToken),
    .init(source: "blynk:get-refused", target: ask("get", "x1"), status: 400, body: badPin),
    .init(source: "blynk:get-refused", target: ask("get", "V"), status: 400, body: badPin),
    .init(source: "blynk:get-refused", target: ask("get"), status: 400, body: badPin),
    .init(
      source: "blynk:get-unknown-pin", target: ask("get", "V99"), status: 400,
      body: error("No datastream setup for that pin.")),
    .init(
      source: "blynk:get-unknown-pin (the old text)", target: ask("get", "V99"),
      settings: { $0.unknownPinText = "Requested pin doesn't exist in the app." }, status: 400,
      body: error("Requested pin doesn't exist in the app.")),
    .init(
      source: "blynk:get-by-id", target: ask("get", "dataStreamId=4"),
      given: [ask("update", "V16=1")],
      status: 200, body: "1"),
    .init(
      source: "blynk:get-by-id-refused", target: ask("get", "dataStreamId=x"), status: 400,
      body: badPin),
    .init(
      source: "blynk:get-by-id-refused", target: "/external/api/get?token=x&dataStreamId=4",
      status: 400, body: badToken),
    .init(
      source: "blynk:get-by-id-refused", target: ask("get", "dataStreamId=99"), status: 400,
      body: error("Requested dataStream doesn't exist in the product Particle Device")),
    .init(
      source: "blynk:get-many", target: ask("get", "v3&v16&v6"),
      given: [ask("batch/update", "V3=1&V16=1&V6=string")], status: 200,
      body: #"{"v3":1.0,"v16":1,"v6":"string"}"#),
    .init(
      source: "blynk:get-many (keys as asked)", target: ask("get", "V16&v17"), status: 200,
      body: #"{"V16":0,"v17":0}"#),
    .init(
      source: "blynk:get-many (v1=)", target: ask("get", "v16=&v17="), status: 200,
      body: #"{"v16":0,"v17":0}"#),
    .init(source: "blynk:get-many-refused", target: ask("get", "v16&x"), status: 400, body: badPin),
    .init(
      source: "blynk:get-many-refused", target: "/external/api/get?token=x&v16&v17", status: 400,
      body: badToken),
    .init(source: "blynk:get-all", target: ask("getAll"), status: 200, body: "{}"),
    .init(
      source: "blynk:get-all", target: ask("getAll"),
      given: [ask("batch/update", "V16=1&V3=1&V6=string&V1=12,11")], status: 200,
      body: #"{"v1":[12.0,11.0],"v3":1.0,"v6":"string","v16":1}"#),
    .init(
      source: "blynk:get-all-defaults (listed)", target: ask("getAll"),
      settings: { $0.getAllListsDefaults = true }, status: 200,
      body: #"{"v14":0,"v16":0,"v17":0}"#),
    .init(
      source: "blynk:get-all-refused", target: "/external/api/getAll?token=x", status: 400,
      body: badToken),
    .init(
      source: "blynk:hardware-connected", target: ask("isHardwareConnected"), status: 200,
      body: "false"),
    .init(
      source: "blynk:hardware-connected", target: ask("isHardwareConnected"),
      settings: { $0.hardwareConnected = true }, status: 200, body: "true"),
    .init(
      source: "blynk:hardware-connected-refused",
      target: "/external/api/isHardwareConnected?token=x", status: 400, body: badToken),
  ]
}
