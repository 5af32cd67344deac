/// Why the Platform API refuses (blynk:platform-errors). Where no text is documented it is made up.
enum PlatformRefusal: Error, Sendable, Equatable {
  /// Not documented: status and text are made up.
  case noGrant
  /// Not documented: the text is made up, the status is a setting.
  case notInPlan(status: Int)
  case noSuchPath
  case wrongMethod(allowed: [String])
  /// The body says that it is JSON, and is not. Not documented: the text is made up.
  case bodyUnreadable
  case missing(String)
  case noTemplate
  case noUser
  case noOrganization
  case noDataStream(Int)
  case noDevice
  case noWebhook
  case valueRefused
  case console(BlynkConsoleRefusal)

  var status: Int {
    switch self {
    case .noGrant: 401
    case .notInPlan(let status): status
    case .noSuchPath, .noTemplate, .noUser, .noOrganization, .noDataStream, .noDevice, .noWebhook:
      404
    case .wrongMethod: 405
    case .bodyUnreadable, .missing, .valueRefused, .console: 400
    }
  }

  var message: String {
    switch self {
    case .noGrant: "The access token is not known (made up by the practice cloud)."
    case .notInPlan: "This plan has no Platform API (made up by the practice cloud)."
    case .noSuchPath: "There is no such path (made up by the practice cloud)."
    case .wrongMethod(let allowed): "This path takes \(allowed.joined(separator: ", "))."
    case .bodyUnreadable: "The body is not JSON (made up by the practice cloud)."
    case .missing(let name): "\(name) is missing or does not fit (made up by the practice cloud)."
    case .noTemplate: "Template is not found."
    case .noUser: "User is not found or you don't have access to him."
    case .noOrganization: "Organization is not found or you don't have access to it."
    case .noDataStream(let id): "Data stream with identifier \(id) is not found!"
    case .noDevice: "Device is not found (made up by the practice cloud)."
    case .noWebhook: "Webhook is not found (made up by the practice cloud)."
    case .valueRefused: "Value doesn't match the Datastream data type."
    case .console(let refusal): refusal.message
    }
  }
}
