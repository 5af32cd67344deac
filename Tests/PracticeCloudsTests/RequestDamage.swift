import TestSupport

@testable import PracticeClouds

/// Good requests, and what noise on the line can make of them.
enum RequestDamage {
  /// One of each kind that the clouds take.
  static func originals(_ start: PracticeStart) -> [[UInt8]] {
    let bearer = "Authorization: Bearer \(start.accessToken)\r\n"
    let device = "/v1/devices/\(start.deviceID)"
    let form = "Content-Type: application/x-www-form-urlencoded\r\n"
    let json = "Content-Type: application/json\r\n"
    let multipart = "Content-Type: multipart/form-data; boundary=XX\r\n"
    let file =
      "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ino\"\r\n\r\n"
      + "void loop() {}\r\n--XX--\r\n"
    let hook = #"{"event":"e","url":"http://127.0.0.1:1/{{{a}}}","requestType":"POST","json":{}}"#
    let query = "token=\(start.authToken)&V16=1"
    return [
      request("GET", "/v1/devices", bearer), request("GET", "\(device)/last_arg", bearer),
      request("POST", "\(device)/blynk_led", bearer + json, #"{"args":"1"}"#),
      request("POST", "\(device)/blynk_led", bearer + form, "arg=1&format=raw"),
      request("POST", "/oauth/token", form, "grant_type=password&username=a&password=b"),
      request("POST", "/v1/integrations", bearer + json, hook),
      request("PUT", device, bearer + multipart, file),
      request("GET", "/v1/devices/events?nonce=12.5", bearer),
      request("GET", "/external/api/batch/update?\(query)", ""),
      request("GET", "/external/api/getAll?\(query)", ""),
      request("POST", "/flip", json, #"{"value":1}"#), request("GET", "/state", ""),
    ]
  }

  private static func request(
    _ method: String, _ target: String, _ headers: String, _ body: String = ""
  ) -> [UInt8] {
    Array(
      "\(method) \(target) HTTP/1.1\r\nHost: x\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        .utf8)
  }

  /// Up to four bytes changed, taken out or doubled, and perhaps the end cut off.
  static func damaged(_ request: [UInt8], _ chance: inout Seeded) -> [UInt8] {
    var bytes = request
    for _ in 0...chance.below(4) {
      let place = chance.below(bytes.count)
      switch chance.below(4) {
      case 0: bytes[place] = chance.byte()
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(chance.byte(), at: place)
      default: bytes.insert(contentsOf: bytes[place...].prefix(chance.below(40)), at: place)
      }
    }
    return chance.below(5) == 0 ? Array(bytes.prefix(chance.below(bytes.count))) : bytes
  }
}
