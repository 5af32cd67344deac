import HTTPTestServer

/// Publishing events and opening streams through the API (particle:event-publish,
/// particle:stream-paths).
struct ParticleEventsHandler: Sendable {
  let context: ParticleContext

  private var publisher: ParticleEventPublisher { ParticleEventPublisher(context: context) }
  private var lookup: ParticleDeviceLookup { ParticleDeviceLookup(context: context) }

  /// `GET /v1/events/:prefix`: the prefix is mandatory.
  func openAccount(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    guard !routed.path.rest.isEmpty else { throw .prefixMissing }
    return try publisher.open(.account(prefix: routed.prefix), in: store)
  }

  /// `GET /v1/devices/events[/:prefix]`.
  func openDevices(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    try publisher.open(.account(prefix: routed.prefix), in: store)
  }

  /// `GET /v1/devices/:device/events[/:prefix]`.
  func openDevice(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let device = store.account.devices[try lookup.index(of: routed, in: store)]
    return try publisher.open(.device(device.id, prefix: routed.prefix), in: store)
  }

  /// `GET /v1/products/:product/events[/:prefix]`; the official client puts `devices` before
  /// `events` as it asks for "mine" of a product.
  func openProduct(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let product = try lookup.product(of: routed, in: store)
    return try publisher.open(.product(product.id, prefix: routed.prefix), in: store)
  }

  /// `GET /v1/orgs/:organization/events[/:prefix]`: every product is in the one organisation, of
  /// any name. The official client also puts `devices` before `events`.
  func openOrganization(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    try publisher.open(EventFilter(scope: .organization, prefix: routed.prefix), in: store)
  }

  /// `POST /v1/devices/events`, or below a product in the name of one of its devices.
  func publish(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let request = routed.request
    let product = routed["product"] == nil ? nil : try lookup.product(of: routed, in: store)
    guard let name = request.field("name"), !name.isEmpty else { throw .eventNameMissing }
    var sender = context.settings.apiCoreID
    if let product, let id = request.field("as_device_id") {
      let device = store.account.devices[try lookup.index(id, in: store)]
      guard device.productID == product.id else { throw .deviceUnknown }
      sender = device.id
    }
    publisher.publish(
      PublishedEvent(
        name: name, data: request.field("data"), coreID: sender,
        publishedAt: context.timestamp, productID: product?.id), in: store)
    return .json(200, ["ok": true])
  }
}
