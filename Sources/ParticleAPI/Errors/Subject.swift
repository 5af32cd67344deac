/// What a request was about: the same status means another thing for each.
enum Subject: Sendable, Equatable {
  case account
  case device(String)
  case function(String, device: String)
  case variable(String, device: String)
  case integration(String)
  case flash(device: String)
  case build
  case claim(String)
  case login

  /// The device it was about, if any.
  var device: String? {
    switch self {
    case .account, .integration, .build, .claim, .login: nil
    case .device(let id), .function(_, let id), .variable(_, let id), .flash(let id): id
    }
  }
}
