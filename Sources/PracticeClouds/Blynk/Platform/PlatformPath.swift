/// A path of the Platform API (blynk:platform-paths).
enum PlatformPath: Equatable {
  case token
  /// What comes after `/api/v1/organization/`.
  case route(String)

  init?(_ segments: [String]) {
    if segments == ["oauth2", "token"] {
      self = .token
    } else if segments.starts(with: ["api", "v1", "organization"]) {
      self = .route(segments.dropFirst(3).joined(separator: "/"))
    } else {
      return nil
    }
  }
}
