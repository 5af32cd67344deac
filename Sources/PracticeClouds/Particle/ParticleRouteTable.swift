/// Every route of Particle's API that the practice cloud has. The first one that takes a request
/// answers it; where none does, there is no such route.
enum ParticleRouteTable {
  /// What lies below a product is the same with the organization before it.
  private static let productPaths = ["/v1/products", "/v1/orgs/:organization/products"]
  /// And what lies below a device, with a product before it or without.
  private static let devicePaths = ["/v1/devices"] + productPaths.map { "\($0)/:product/devices" }

  static func routes(_ context: ParticleContext) -> [ParticleRoute] {
    let account = login(context) + tokens(context) + lists(context) + secrets(context)
    let things = integrations(context) + events(context) + products(context)
    return account + things + devices(context) + refusals(context)
  }

  private static func login(_ context: ParticleContext) -> [ParticleRoute] {
    let login = ParticleLoginHandler(context: context)
    return [ParticleRoute("POST", "/oauth/token", access: .open, login.logIn)]
  }

  private static func tokens(_ context: ParticleContext) -> [ParticleRoute] {
    let tokens = ParticleTokensHandler(context: context)
    let all = "/v1/access_tokens"
    return [
      ParticleRoute("GET", "\(all)/current/*", tokens.current),
      ParticleRoute("DELETE", "\(all)/current/*", tokens.deleteCurrent),
      ParticleRoute("GET", all, access: .owner, tokens.list),
      ParticleRoute("DELETE", "\(all)/:token", access: .owner, tokens.deleteAsOwner),
      ParticleRoute("DELETE", "\(all)/:token", access: .anonymous, tokens.delete),
      ParticleRoute("DELETE", "\(all)/:token/*", tokens.delete),
      ParticleRoute("DELETE", all, tokens.deleteAll),
    ]
  }

  /// What is only listed or looked up.
  private static func lists(_ context: ParticleContext) -> [ParticleRoute] {
    let versions = ParticleVersionsHandler(context: context)
    let firmware = ParticleFirmwareHandler(context: context)
    let devices = ParticleDevicesHandler(context: context)
    return [
      ParticleRoute("GET", "/v1/build_targets/*", access: .open, versions.targets),
      ParticleRoute("GET", "/v1/device-os/*", access: .open, versions.list),
      ParticleRoute("GET", "/v1/user", ParticleUserHandler(context: context).show),
      ParticleRoute("GET", "/v1/orgs", ParticleOrganizationsHandler(context: context).list),
      ParticleRoute("GET", "/v1/libraries", ParticleLibrariesHandler().list),
      ParticleRoute("GET", "/v1/serial_numbers/:number", devices.find),
      ParticleRoute("POST", "/v1/binaries", firmware.compile),
      ParticleRoute("GET", "/v1/binaries/:binary", firmware.fetch),
    ]
  }

  private static func secrets(_ context: ParticleContext) -> [ParticleRoute] {
    let secrets = ParticleSecretsHandler(context: context)
    let environment = ParticleEnvironmentHandler(context: context)
    let all = ["/v1/secrets", "/v1/orgs/:organization/secrets"].flatMap { all in
      [
        ParticleRoute("GET", all, secrets.list),
        ParticleRoute("GET", "\(all)/:secret", secrets.show),
        ParticleRoute("PUT", "\(all)/:secret", secrets.put),
        ParticleRoute("DELETE", "\(all)/:secret", secrets.delete),
      ]
    }
    let owners = ["/v1", "/v1/orgs/:organization", "/v1/products/:product"]
    return all + owners.map { ParticleRoute(nil, "\($0)/env/*", environment.answer) }
  }

  private static func integrations(_ context: ParticleContext) -> [ParticleRoute] {
    let owners = ["/v1", "/v1/orgs/:organization"] + productPaths.map { "\($0)/:product" }
    return ParticleIntegrationsHandler.Route.allCases.flatMap { route in
      let integrations = ParticleIntegrationsHandler(context: context, route: route)
      return owners.map { "\($0)/\(route.rawValue)" }.flatMap { all in
        [
          ParticleRoute("GET", all, integrations.list),
          ParticleRoute("POST", all, integrations.create),
          ParticleRoute("GET", "\(all)/:integration", integrations.show),
          ParticleRoute("PUT", "\(all)/:integration", integrations.replace),
          ParticleRoute("DELETE", "\(all)/:integration", integrations.delete),
          ParticleRoute("POST", "\(all)/:integration/test", integrations.test),
          ParticleRoute(nil, "\(all)/:integration/*", integrations.refuse),
        ]
      }
    }
  }

  private static func events(_ context: ParticleContext) -> [ParticleRoute] {
    let events = ParticleEventsHandler(context: context)
    let organization = "/v1/orgs/:organization"
    let own = [
      ParticleRoute("GET", "/v1/events/*", events.openAccount),
      ParticleRoute("GET", "/v1/devices/events/*", events.openDevices),
      ParticleRoute("POST", "/v1/devices/events/*", events.publish),
      ParticleRoute("GET", "\(organization)/events/*", events.openOrganization),
      ParticleRoute("GET", "\(organization)/devices/events/*", events.openOrganization),
    ]
    let ofProducts = productPaths.map { "\($0)/:product" }.flatMap { product in
      [
        ParticleRoute("GET", "\(product)/events/*", events.openProduct),
        ParticleRoute("GET", "\(product)/devices/events/*", events.openProduct),
        ParticleRoute("POST", "\(product)/events/*", events.publish),
      ]
    }
    let ofDevices = devicePaths.map {
      ParticleRoute("GET", "\($0)/:device/events/*", events.openDevice)
    }
    return own + ofProducts + ofDevices
  }

  private static func products(_ context: ParticleContext) -> [ParticleRoute] {
    let handler = ParticleProductsHandler(context: context)
    let lists = (productPaths + ["/v1/user/products"]).map {
      ParticleRoute("GET", $0, handler.list)
    }
    return lists
      + productPaths.flatMap { all in
        [
          ParticleRoute("GET", "\(all)/:product", handler.show),
          ParticleRoute("GET", "\(all)/:product/devices", handler.devices),
          ParticleRoute("POST", "\(all)/:product/devices", handler.take),
          ParticleRoute("DELETE", "\(all)/:product/devices/:device", handler.release),
        ]
      }
  }

  private static func devices(_ context: ParticleContext) -> [ParticleRoute] {
    let handler = ParticleDevicesHandler(context: context)
    let calls = ParticleDeviceCallsHandler(context: context)
    let claims = ParticleClaimsHandler(context: context)
    let own = [
      ParticleRoute("GET", "/v1/devices", handler.list),
      ParticleRoute("POST", "/v1/devices", claims.claim),
      ParticleRoute("DELETE", "/v1/devices/:device", claims.remove),
      ParticleRoute("POST", "/v1/device_claims", claims.makeCode),
    ]
    return own
      + devicePaths.map { "\($0)/:device" }.flatMap { device in
        [
          ParticleRoute("GET", device, handler.show),
          ParticleRoute("PUT", device, handler.update),
          ParticleRoute("PUT", "\(device)/ping/*", handler.ping),
          ParticleRoute("POST", "\(device)/:function", calls.call),
          ParticleRoute("GET", "\(device)/:variable", calls.read),
        ]
      }
  }

  /// What is refused with a word on the device or the product that the path names.
  private static func refusals(_ context: ParticleContext) -> [ParticleRoute] {
    let handler = ParticleDevicesHandler(context: context)
    let ofDevices = devicePaths.map { ParticleRoute(nil, "\($0)/:device/*", handler.refuse) }
    let ofProducts = productPaths.map {
      ParticleRoute(nil, "\($0)/:product/*", ParticleProductsHandler(context: context).refuse)
    }
    return ofDevices + ofProducts
  }
}
