extension BlynkPracticeCloud {
  /// What answers in place of the device API while a lever says so.
  func trouble(_ request: PracticeRequest) -> PracticeReply? {
    if faults.isOn(.cloudError) { return .empty(settings.cloudErrorStatus) }
    if faults.isOn(.rateLimited) { return .empty(settings.rateLimitStatus) }
    if faults.isOn(.blynkWrongRegion) { return otherRegion(request) }
    return nil
  }

  /// The region is told by the name under which the cloud was called: the account lives in the
  /// region "localhost", and whoever calls 127.0.0.1 is sent there (blynk-cloud §1).
  private func otherRegion(_ request: PracticeRequest) -> PracticeReply? {
    let host = (request.header("host") ?? "").split(separator: ":", maxSplits: 1)
    guard host.first != "localhost" else { return nil }
    if settings.wrongRegionAnswer == .invalidToken { return BlynkReplies.refused(.invalidToken) }
    let port = host.count > 1 ? ":\(host[1])" : ""
    let query = request.rawQuery.map { "?\($0)" } ?? ""
    let location = "http://localhost\(port)\(request.path)\(query)"
    return .whole(status: 308, headers: [("Location", location)], body: [])
  }
}
