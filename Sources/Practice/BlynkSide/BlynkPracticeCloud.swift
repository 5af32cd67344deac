import Wire

/// Blynk's practice cloud: the device API, and the webhooks that it sets off.
package actor BlynkPracticeCloud {
  var account: BlynkAccount
  let settings: BlynkPracticeSettings
  let faults: Faults
  let time: PracticeTime
  let transport: Transport
  /// Told after each change of the account's structure, before the reply goes out.
  let onChange: @Sendable () async -> Void

  var quotas: [String: WebhookQuota] = [:]
  var calls: [Int: Task<Void, Never>] = [:]
  var callsStarted = 0
  var webhookLog: [BlynkWebhookRecord] = []

  package init(
    account: BlynkAccount, settings: BlynkPracticeSettings, faults: Faults, time: PracticeTime,
    transport: Transport, onChange: @escaping @Sendable () async -> Void
  ) {
    self.account = account
    self.settings = settings
    self.faults = faults
    self.time = time
    self.transport = transport
    self.onChange = onChange
  }

  /// Answers one request of the device API. The checks come in the order of blynk-cloud §18; the
  /// real one is not documented.
  package func answer(_ request: PracticeRequest) async -> PracticeReply {
    guard let route = BlynkRoute(request.segments) else { return .empty(404) }
    // What other methods get is not documented (§18).
    guard request.method == "GET" else {
      return .whole(status: 405, headers: [("Allow", "GET")], body: [])
    }
    if let trouble = trouble(request) { return trouble }
    if let leg = route.leg { await time.hold(leg, faults) }
    do { return try perform(route, request.query) } catch { return BlynkReplies.refused(error) }
  }

  /// The template as it is, or as a lever makes it.
  var template: BlynkTemplate? {
    guard var template = account.template else { return nil }
    if faults.isOn(.blynkDatastreamMissing) { template.datastreams.removeAll { $0.pin == 16 } }
    if faults.isOn(.blynkDatastreamType) {
      for index in template.datastreams.indices where template.datastreams[index].pin == 6 {
        template.datastreams[index].type = .integer
      }
    }
    return template
  }

  private func perform(
    _ route: BlynkRoute, _ query: BlynkQuery.Items
  ) throws(BlynkRefusal) -> PracticeReply {
    try admit(query)
    switch route {
    case .get: return try get(query)
    case .getAll: return getAll()
    case .isHardwareConnected: return BlynkReplies.value("false")
    case .update: return try update(query)
    case .batchUpdate: return try batchUpdate(query)
    case .updateProperty: return try updateProperty(query)
    }
  }

  /// Lets a known token in, and counts its message (blynk-cloud §6).
  private func admit(_ query: BlynkQuery.Items) throws(BlynkRefusal) {
    let token = query.first { $0.name == "token" }?.value
    guard account.device != nil, token == account.authToken, !faults.isOn(.blynkBadToken) else {
      throw .invalidToken
    }
    if let limit = settings.messageLimit, account.messages >= limit { throw .quotaUsedUp }
    account.messages += 1
  }
}
