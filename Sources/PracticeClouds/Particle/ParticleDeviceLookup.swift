/// Finds the devices and the products that paths name.
struct ParticleDeviceLookup: Sendable {
  let context: ParticleContext

  /// The place of a device, by id or name.
  func index(
    _ idOrName: String, in store: isolated ParticleStore
  ) throws(ParticleRefusal) -> Int {
    guard !context.faults.isOn(.particleDeviceUnknown),
      let index = store.account.deviceIndex(idOrName)
    else { throw .deviceUnknown }
    return index
  }

  /// The place of the device that a path names; with a product before it, it has to be in that.
  func index(
    of routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) throws(ParticleRefusal) -> Int {
    let product = routed["product"] == nil ? nil : try product(of: routed, in: store)
    let index = try index(routed["device"] ?? "", in: store)
    guard product == nil || store.account.devices[index].productID == product?.id else {
      throw .deviceUnknown
    }
    return index
  }

  /// The product that a path names.
  func product(
    of routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) throws(ParticleRefusal) -> ParticleProduct {
    guard let product = store.account.product(routed["product"] ?? "") else {
      throw .productUnknown
    }
    return product
  }

  /// All of the account, newest handshake first.
  func devices(in store: isolated ParticleStore) -> [ParticleDevice] {
    if context.faults.isOn(.particleDeviceUnknown) { return [] }
    return store.account.devices.sorted { $0.lastHandshake > $1.lastHandshake }
  }

  func devices(
    of product: ParticleProduct, in store: isolated ParticleStore
  ) -> [ParticleDevice] {
    if context.faults.isOn(.particleDeviceUnknown) { return [] }
    return store.account.devices.filter { $0.productID == product.id }
  }
}
