import HTTPTestServer

/// Products, and which devices are in them (particle:product-routes).
struct ParticleProductsHandler: Sendable {
  let context: ParticleContext

  private var lookup: ParticleDeviceLookup { ParticleDeviceLookup(context: context) }

  /// `GET /v1/products` (particle:product-list).
  func list(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    .json(200, ["products": .array(store.account.products.map(ParticleProductsHandler.shown))])
  }

  /// `GET /v1/products/:product`, by number or slug.
  func show(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let product = try lookup.product(of: routed, in: store)
    return .json(200, ["product": ParticleProductsHandler.shown(product)])
  }

  /// `GET /v1/products/:product/devices`.
  func devices(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let product = try lookup.product(of: routed, in: store)
    let page = ProductPage(routed.request, lookup.devices(of: product, in: store))
    let json = ParticleDeviceJSON(context: context)
    var shown: [JSONValue] = []
    for device in page.devices { shown.append(await json.detail(device, in: store)) }
    return .json(200, page.json(shown))
  }

  /// `POST /v1/products/:product/devices` takes devices into a product: `id`, `ids` as a JSON
  /// array, or a file with one on each line.
  func take(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let product = try lookup.product(of: routed, in: store)
    let request = routed.request
    let listed = request.json?["ids"]?.array?.compactMap(\.plain) ?? Upload(request).lines
    var intake = ProductImport()
    for id in request.field("id").map({ [$0] }) ?? listed {
      intake.note(id, among: store.account.devices, of: product)
      guard intake.taken.last == id, let index = store.account.deviceIndex(id) else { continue }
      store.changeDevice(at: index) { $0.productID = product.id }
    }
    await context.onChange()
    return .json(200, intake.json)
  }

  /// `DELETE /v1/products/:product/devices/:device`: it stays in the account. The reply is not
  /// documented; nothing is what deleting gives elsewhere.
  func release(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    let index = try lookup.index(of: routed, in: store)
    store.changeDevice(at: index) { $0.productID = nil }
    await context.onChange()
    return .empty(204)
  }

  /// Whatever else is asked of a product: one that is unknown is told first.
  func refuse(
    _ routed: ParticleRoutedRequest, in store: isolated ParticleStore
  ) async throws(ParticleRefusal) -> PracticeReply {
    _ = try lookup.product(of: routed, in: store)
    throw .noRoute
  }

  private static func shown(_ product: ParticleProduct) -> JSONValue {
    [
      "id": .number(Double(product.id)), "platform_id": 13, "name": .string(product.name),
      "slug": .string(product.slug), "description": "", "groups": [], "settings": [:],
    ]
  }
}
