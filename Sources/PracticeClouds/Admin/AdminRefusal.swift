/// Why the admin port does not do what it was asked to.
enum AdminRefusal: Error, Sendable, Equatable {
  case noSuchPath(String)
  case wrongMethod(String, allowed: [String])
  case notAnObject
  case missing(String)
  case unfit(String, wanted: String)
  case console(BlynkConsoleRefusal)
  case unknownFault(String, nearest: String?)
  /// A port that a fault had shut is another program's by now.
  case portTaken(Int)

  var status: Int {
    switch self {
    case .noSuchPath, .console(.noWebhook), .console(.noSuchDevice), .console(.noSuchTemplate): 404
    case .wrongMethod: 405
    default: 400
    }
  }

  var message: String {
    switch self {
    case .noSuchPath(let path): "The admin port has no \(path)."
    case .wrongMethod(let path, let allowed):
      "\(path) takes \(allowed.joined(separator: " and "))."
    case .notAnObject: "The body has to be a JSON object."
    case .missing(let field): "The body has no \"\(field)\"."
    case .unfit(let field, let wanted): "\"\(field)\" has to be \(wanted)."
    case .console(let refusal): refusal.message
    case .portTaken(let port): "Port \(port) is another program's by now."
    case .unknownFault(let name, let nearest):
      "There is no fault \(name)." + (nearest.map { " Did you mean \($0)?" } ?? "")
    }
  }
}
