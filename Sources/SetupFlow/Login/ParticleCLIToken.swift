import Core
import Foundation

/// The access token that particle-cli keeps after `particle login`: `access_token` in
/// `~/.particle/particle.config.json` (particle-cli, src/lib and settings).
enum ParticleCLIToken {
  /// - Parameter environment: `HOME` is looked into.
  static func suggestion(environment: [String: String]) -> Suggestion? {
    struct Kept: Decodable { let access_token: String? }
    guard let home = environment["HOME"], !home.isEmpty,
      let data = FileManager.default.contents(atPath: "\(home)/.particle/particle.config.json"),
      let token = (try? JSONDecoder().decode(Kept.self, from: data))?.access_token, !token.isEmpty
    else { return nil }
    return Suggestion(text: token, shown: "the one particle-cli keeps")
  }
}
