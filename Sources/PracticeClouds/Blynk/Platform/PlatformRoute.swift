/// The routes of the Platform API that the practice cloud knows (blynk:platform-paths), all of them
/// below `/api/v1/organization/`, as the pages of the reference have them.
enum PlatformRoute: String, CaseIterable {
  case organization = "GET profile"
  case templates = "GET templates"
  case template = "GET template"
  case renameTemplate = "PUT template"
  case deleteTemplate = "DELETE template"
  case createTemplate = "POST template/create"
  case datastreams = "GET template/datastreams"
  case createDatastream = "POST template/datastream/create"
  case changeDatastream = "PUT template/datastream"
  case deleteDatastream = "DELETE template/datastream"
  case metaFields = "GET template/metafields"
  case events = "GET template/events"
  case devices = "GET devices"
  case searchDevices = "GET search/devices"
  case device = "GET device"
  case deviceInfo = "GET device/baseInfo"
  case createDevice = "POST device/create"
  case deleteDevice = "DELETE device"
  case deviceOnline = "GET device/online"
  case writeValue = "POST device/datastream"
  case writeValues = "POST device/datastreams"
  case webhooks = "GET webhooks"
  case webhook = "GET webhook"
  case createWebhook = "POST webhook/create"
  case changeWebhook = "PUT webhook"
  case deleteWebhook = "DELETE webhook"

  /// Throws when there is no such path, or it does not take the method.
  init(method: String, path: String) throws(PlatformRefusal) {
    if let route = PlatformRoute(rawValue: "\(method) \(path)") {
      self = route
      return
    }
    let methods = PlatformRoute.allCases.compactMap { route in
      let parts = route.rawValue.split(separator: " ")
      return parts[1] == path ? String(parts[0]) : nil
    }
    throw methods.isEmpty ? .noSuchPath : .wrongMethod(allowed: methods)
  }
}
