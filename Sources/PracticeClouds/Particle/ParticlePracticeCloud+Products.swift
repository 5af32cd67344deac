import HTTPTestServer

/// What lies below `/v1/products/:productIdOrSlug` (particle:product-routes).
extension ParticlePracticeCloud {
  func products(
    _ request: PracticeRequest, _ rest: ArraySlice<String>
  ) async throws(ParticleRefusal) -> PracticeReply {
    guard let name = rest.first else {
      // particle:product-list.
      guard request.method == "GET" else { throw .noRoute }
      return .json(200, ["products": .array(account.products.map(shown))])
    }
    guard let product = account.product(name) else { throw .productUnknown }
    let below = rest.dropFirst(2)
    switch (request.method, rest.dropFirst().first) {
    case ("GET", nil): return .json(200, ["product": shown(product)])
    case (_, "devices"): return try await devices(request, below, of: product)
    case ("GET", "events"): return try open(.product(product.id, prefix: prefix(below)))
    case ("POST", "events"): return try publish(request, as: product)
    case (_, let kind?) where ["integrations", "webhooks"].contains(kind):
      return try await integrations(request, below, kind: kind, product: product.id)
    default: throw .noRoute
    }
  }

  /// `/v1/orgs/…` (particle:organization-routes); the shape of the list is not documented.
  func organizations(
    _ request: PracticeRequest, _ rest: ArraySlice<String>
  ) async throws(ParticleRefusal) -> PracticeReply {
    guard let name = rest.first else {
      guard request.method == "GET" else { throw .noRoute }
      let all = settings.organization.map { [$0] } ?? []
      return .json(
        200,
        [
          "organizations": .array(
            all.map { ["id": .string($0), "slug": .string($0), "name": .string($0)] })
        ])
    }
    guard let kind = rest.dropFirst().first, ["integrations", "webhooks"].contains(kind) else {
      return try await organizationEvents(request, rest)
    }
    guard name == settings.organization else { throw .noRoute }
    return try await integrations(request, rest.dropFirst(2), kind: kind, organization: name)
  }

  private func shown(_ product: ParticleProduct) -> JSONValue {
    [
      "id": .number(Double(product.id)), "platform_id": 13, "name": .string(product.name),
      "slug": .string(product.slug), "description": "", "groups": [], "settings": [:],
    ]
  }

  private func devices(
    _ request: PracticeRequest, _ rest: ArraySlice<String>, of product: ParticleProduct
  ) async throws(ParticleRefusal) -> PracticeReply {
    switch (request.method, rest.first) {
    // As the official client asks for "mine" of a product.
    case ("GET", "events"): return try open(.product(product.id, prefix: prefix(rest.dropFirst())))
    case ("GET", nil):
      let page = ProductPage(request, members(of: product))
      return .json(200, page.json(await shown(page.devices, as: detail)))
    case ("POST", nil): return await take(request, into: product)
    case (_, let name?):
      let index = try index(name)
      guard account.devices[index].productID == product.id else { throw .deviceUnknown }
      if request.method == "DELETE", rest.count == 1 {
        // The reply is not documented; nothing is what deleting gives elsewhere.
        account.devices[index].productID = nil
        await onChange()
        return .empty(204)
      }
      return try await device(request, index, rest.dropFirst())
    default: throw .noRoute
    }
  }

  private func members(of product: ParticleProduct) -> [ParticleDevice] {
    if faults.isOn(.particleDeviceUnknown) { return [] }
    return account.devices.filter { $0.productID == product.id }
  }

  /// Takes devices into a product: `id`, `ids` as a JSON array, or a file with one on each line.
  private func take(
    _ request: PracticeRequest, into product: ParticleProduct
  ) async -> PracticeReply {
    let listed = request.json?["ids"]?.array?.compactMap(\.plain) ?? Upload(request).lines
    var intake = ProductImport()
    for id in request.field("id").map({ [$0] }) ?? listed {
      intake.note(id, among: account.devices, of: product)
      guard intake.taken.last == id, let index = account.deviceIndex(id) else { continue }
      account.devices[index].productID = product.id
    }
    await onChange()
    return .json(200, intake.json)
  }
}
