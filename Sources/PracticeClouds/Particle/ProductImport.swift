import HTTPTestServer

/// What becomes of devices that are to be taken into a product (particle:product-import).
struct ProductImport: Sendable {
  private(set) var taken: [String] = []
  private var there: [String] = []
  private var unfit: [String] = []

  mutating func note(_ id: String, among devices: [ParticleDevice], of product: ParticleProduct) {
    guard let device = devices.first(where: { $0.id == id }) else { return unfit.append(id) }
    if device.productID == product.id { there.append(id) } else { taken.append(id) }
  }

  var json: JSONValue {
    func list(_ ids: [String]) -> JSONValue { .array(ids.map(JSONValue.string)) }
    return [
      "updated": .number(Double(taken.count)), "updatedDeviceIds": list(taken),
      "existingDeviceIds": list(there), "nonmemberDeviceIds": [],
      "invalidDeviceIds": list(unfit), "protectedDeviceIds": [],
    ]
  }
}
