import HTTPTestServer

/// A page of a product's devices, as the query asks for it (particle:product-devices).
struct ProductPage {
  /// Devices on a page when the query names no number.
  static let defaultSize = 25

  let devices: [ParticleDevice]
  private let total: Int

  init(_ request: PracticeRequest, _ devices: [ParticleDevice]) {
    let found = ProductPage.sorted(request, devices.filter { ProductPage.holds(request, $0) })
    // The official client spells the second one its own way.
    let size = request.queryValue("perPage") ?? request.queryValue("per_page")
    let count = min(max(size.flatMap { Int($0) } ?? ProductPage.defaultSize, 1), 1000)
    let page = min(max(request.queryValue("page").flatMap { Int($0) } ?? 1, 1), 1_000_000)
    self.devices = Array(found.dropFirst((page - 1) * count).prefix(count))
    total = max((found.count + count - 1) / count, 1)
  }

  /// - Parameter shown: `devices` as the cloud shows them.
  func json(_ shown: [JSONValue]) -> JSONValue {
    [
      "devices": .array(shown), "customers": [],
      "meta": ["total_pages": .number(Double(total))],
    ]
  }

  /// Whether names match in part, and in which case, is not documented: here in part, in any.
  private static func holds(_ request: PracticeRequest, _ device: ParticleDevice) -> Bool {
    if let id = request.queryValue("deviceId"), id != device.id { return false }
    guard let name = request.queryValue("deviceName") else { return true }
    return device.name.lowercased().contains(name.lowercased())
  }

  private static func sorted(
    _ request: PracticeRequest, _ devices: [ParticleDevice]
  ) -> [ParticleDevice] {
    let sorted =
      switch request.queryValue("sortAttr") {
      case "deviceName": devices.sorted { $0.name < $1.name }
      case "deviceId": devices.sorted { $0.id < $1.id }
      case "lastConnection": devices.sorted { $0.lastHandshake < $1.lastHandshake }
      default: devices
      }
    return request.queryValue("sortDir") == "desc" ? sorted.reversed() : sorted
  }
}
