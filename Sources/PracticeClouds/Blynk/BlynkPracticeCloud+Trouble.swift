import HTTPTestServer

extension BlynkPracticeCloud {
  /// What answers in place of the device API while a fault says so, or in another region.
  func trouble(_ request: PracticeRequest, in region: String?) -> PracticeReply? {
    if faults.isOn(.cloudError) { return .empty(settings.cloudErrorStatus) }
    if faults.isOn(.rateLimited) { return .empty(settings.rateLimitStatus) }
    if faults.isOn(.cloudRefused) { return barred }
    return home(of: request, in: region).map { elsewhere(request, $0) }
  }

  /// What an account gets that Blynk has barred.
  var barred: PracticeReply {
    BlynkReplies.error(
      settings.refusedStatus, "This account is barred (made up by the practice cloud).")
  }

  /// What a device gets that asks more often than the setting allows.
  func tooOften(_ device: Int) -> PracticeReply? {
    guard let limit = settings.requestsPerSecond else { return nil }
    let full = CallQuota(limit: limit, seconds: 1)
    let mayAsk = requests[device, default: full].take(at: time.now())
    return mayAsk ? nil : .empty(settings.rateLimitStatus)
  }

  /// Where the account lives, if that is not where the request came in (blynk:region-redirect).
  ///
  /// While `blynk-wrong-region` is on, the account lives in the first of the other regions. If
  /// there is none, it lives in one called "localhost", on the same port.
  private func home(of request: PracticeRequest, in region: String?) -> String? {
    let host = (request.header("host") ?? "").split(separator: ":", maxSplits: 1).map(String.init)
    let port = host.count > 1 ? ":\(host[1])" : ""
    guard faults.isOn(.blynkWrongRegion) else {
      return region.flatMap { _ in homePort }.map { "127.0.0.1:\($0)" }
    }
    guard let other = settings.otherRegions.first, let place = regionPorts[other] else {
      return host.first == "localhost" ? nil : "localhost\(port)"
    }
    return region == other ? nil : "127.0.0.1:\(place)"
  }

  /// 308 with the whole right URL, token and all; or the other documented answer
  /// (blynk:region-redirect, blynk:region-bad-token).
  private func elsewhere(_ request: PracticeRequest, _ home: String) -> PracticeReply {
    if settings.wrongRegionAnswer == .invalidToken { return BlynkReplies.refused(.invalidToken) }
    let query = request.rawQuery.map { "?\($0)" } ?? ""
    let location = "http://\(home)\(request.path)\(query)"
    return .whole(status: 308, headers: [("Location", location)], body: [])
  }
}
