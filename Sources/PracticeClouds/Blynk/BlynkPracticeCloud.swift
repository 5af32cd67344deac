import HTTP
import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Blynk's practice cloud: the device API, the Platform API, and the webhooks that they set off.
package actor BlynkPracticeCloud {
  var account: BlynkAccount
  let settings: BlynkPracticeSettings
  let faults: Faults
  let time: PracticeTime
  let transport: Transport
  /// From what new tokens are made.
  var chance: PracticeChance
  /// Told after each change of the account's structure, before the reply goes out.
  let onChange: @Sendable () async -> Void

  var quotas: [Int: CallQuota] = [:]
  /// Since when others have used up the minute's calls, for the fault `webhook-quota`.
  var usedUpSince: Date?
  var requests: [Int: CallQuota] = [:]
  var calls: [Int: Task<Void, Never>] = [:]
  var callsStarted = 0
  var webhookLog: [BlynkWebhookRecord] = []
  /// Where the account's own region listens, and where the others do, by name.
  var homePort: Int?
  var regionPorts: [String: Int] = [:]
  /// Gives the id of another device than ours of Particle's account, for the fault
  /// `webhook-wrong-device`.
  var neighbour: @Sendable (_ own: String?) async -> String? = { _ in nil }

  /// A cloud that listens nowhere yet: the server hands it its requests.
  ///
  /// - Parameters:
  ///   - faults: the faults, which Particle's practice cloud looks at too.
  ///   - transport: how webhooks are sent.
  ///   - chance: from what new tokens are made.
  ///   - onChange: told after each change of the account's structure, before the reply goes out.
  package init(
    account: BlynkAccount, settings: BlynkPracticeSettings, faults: Faults, time: PracticeTime,
    transport: Transport, chance: PracticeChance, onChange: @escaping @Sendable () async -> Void
  ) {
    self.account = account
    self.settings = settings
    self.faults = faults
    self.time = time
    self.transport = transport
    self.chance = chance
    self.onChange = onChange
  }

  /// Tells where this cloud's regions listen.
  func listens(at home: Int, regions: [String: Int]) {
    homePort = home
    regionPorts = regions
  }

  /// Tells how to find another device of Particle's account.
  func know(neighbour: @escaping @Sendable (_ own: String?) async -> String?) {
    self.neighbour = neighbour
  }

  /// Answers one request in the account's own region. The order of the checks is our choice
  /// (blynk:check-order).
  package func answer(_ request: PracticeRequest) async -> PracticeReply {
    await answer(request, in: nil)
  }

  /// Answers one request.
  ///
  /// - Parameter region: nil is the account's own.
  func answer(_ request: PracticeRequest, in region: String?) async -> PracticeReply {
    if let path = PlatformPath(request.segments) {
      return await answer(request, path)
    }
    guard let route = BlynkRoute(request.segments) else { return .empty(404) }
    guard route.methods.contains(request.method) else {
      let methods = route.methods.joined(separator: ", ")
      return .whole(status: 405, headers: [("Allow", methods)], body: [])
    }
    if let trouble = trouble(request, in: region) { return trouble }
    if let leg = route.leg { await time.hold(leg, faults) }
    do { return try perform(route, request) } catch { return BlynkReplies.refused(error) }
  }

  /// The template of a device as it is, or as a fault makes it.
  func template(of device: BlynkDevice) -> BlynkTemplate {
    var template =
      account.template(device.templateID)
      ?? BlynkTemplate(id: device.templateID, name: "", datastreams: [])
    if faults.isOn(.blynkDatastreamMissing) { template.datastreams.removeAll { $0.pin == 16 } }
    if faults.isOn(.blynkDatastreamType) || faults.isOn(.blynkValueClamped) {
      for index in template.datastreams.indices { spoil(&template.datastreams[index]) }
    }
    return template
  }

  /// What a person would have set wrong in a datastream.
  private func spoil(_ stream: inout Datastream) {
    if stream.pin == 6, faults.isOn(.blynkDatastreamType) { stream.type = .integer }
    if stream.pin == 17, faults.isOn(.blynkValueClamped) { stream.max = 0 }
  }

  private func perform(
    _ route: BlynkRoute, _ request: PracticeRequest
  ) throws(BlynkRefusal) -> PracticeReply {
    let query = request.query
    let device = try admit(query, route)
    if let reply = tooOften(account.devices[device].id) { return reply }
    switch route {
    case .get: return try get(query, device)
    case .getAll: return getAll(device)
    case .isHardwareConnected: return BlynkReplies.value("\(settings.hardwareConnected)")
    case .update: return try update(query, device)
    case .batchUpdate where request.method == "POST": return try takeIn(request, device)
    case .batchUpdate: return try batchUpdate(query, device)
    case .updateProperty: return try updateProperty(query, device)
    case .logEvent: return try logEvent(query, device)
    case .dataGet: return try export(request, device)
    case .meta: return try metadata(query, device)
    case .metaUpdate: return try updateMetadata(query, device)
    case .provision: return try provision(query, device)
    case .upload: return try upload(request, device)
    case .device: return describe(device)
    }
  }

  /// Lets a known token in, and counts its message (blynk:limit-messages). Returns the device's
  /// place.
  private func admit(_ query: BlynkQuery.Items, _ route: BlynkRoute) throws(BlynkRefusal) -> Int {
    let token = query.first { $0.name == "token" }?.value
    if token == nil, route == .dataGet { throw .noToken }
    guard let device = account.deviceIndex(token: token), !faults.isOn(.blynkBadToken) else {
      throw .invalidToken
    }
    if faults.isOn(.blynkMessageLimit) { throw .quotaUsedUp }
    if let limit = settings.messageLimit, account.messages >= limit { throw .quotaUsedUp }
    account.messages += 1
    return device
  }
}
