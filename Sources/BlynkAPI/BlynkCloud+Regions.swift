import HTTP

extension BlynkCloud {
  /// Whether a token may go on to the region that a redirect names: not from a private cloud on
  /// this machine to a public one.
  package static func mayMove(from url: String, to region: String) -> Bool {
    guard let here = Origin(url), let there = Origin(region) else { return false }
    return there.mayFollow(here)
  }

  /// The five public regions (blynk:region-hosts). White-label accounts have hosts of their own.
  package static let regions = ["ny3", "fra1", "lon1", "sgp1", "blr1"]
    .map { "https://\($0).blynk.cloud" }

  /// Which of these hosts knows the token: asked one after the other, a message each.
  ///
  /// A 308 names the right host, and ends the search. Nil when every host that answered says that
  /// it does not know the token; throws the last failure when none answered.
  package func findRegion(candidates: [String] = BlynkCloud.regions) async throws -> String? {
    var failure: WireError?
    var answered = false
    for candidate in candidates {
      do {
        _ = try await at(candidate).isHardwareConnected()
        return candidate
      } catch BlynkError.wrongRegion(let url, _)
        where BlynkCloud.mayMove(from: candidate, to: url)
      {
        return url
      } catch let error as WireError {
        failure = error
      } catch is BlynkError {
        answered = true
      }
    }
    if let failure, !answered { throw failure }
    return nil
  }
}
