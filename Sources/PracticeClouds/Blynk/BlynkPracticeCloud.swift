import HTTP
import HTTPTestServer

/// Blynk's practice cloud: the device API, the Platform API, and the webhooks that they set off.
///
/// Each request is one step: handlers get the store for as long as they run, and do not wait.
package actor BlynkPracticeCloud {
  private let context: BlynkContext
  private let transport: Transport
  private let report: @Sendable () async -> Void
  private var store: BlynkStore
  private var regions: BlynkRegions
  private var neighbour: @Sendable (_ own: String?) async -> String? = { _ in nil }
  /// The webhooks' calls under way, by number.
  private var calls: [Int: Task<Void, Never>] = [:]
  private var callsStarted = 0

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
    context = BlynkContext(settings: settings, faults: faults, time: time)
    self.transport = transport
    report = onChange
    store = BlynkStore(account: account, chance: chance, context: context)
    regions = BlynkRegions(context)
  }

  /// Tells where this cloud's regions listen.
  func listens(at home: Int, regions others: [String: Int]) {
    regions = BlynkRegions(context, home: home, others: others)
  }

  /// Tells how to find another device than ours of Particle's account, for the fault
  /// `webhook-wrong-device`.
  func know(neighbour: @escaping @Sendable (_ own: String?) async -> String?) {
    self.neighbour = neighbour
  }

  /// What the account holds now.
  var account: BlynkAccount { store.account }

  /// What became of the webhooks' calls, newest last.
  var webhookLog: [BlynkWebhookRecord] { store.webhookLog }

  /// All that the cloud shows of itself, of one moment.
  var overview: BlynkOverview {
    BlynkOverview(
      account: store.account, webhookLog: store.webhookLog, regionPorts: regions.others)
  }

  /// Tells that the account has changed.
  nonisolated func onChange() async { await report() }

  /// One step: nobody else sees the store while `work` has it. The calls that it has set off are
  /// under way when this returns.
  func step<Value, Failure>(
    _ work: (inout BlynkStore) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    defer { for call in store.takeDueCalls() { start(call) } }
    return try work(&store)
  }

  /// One step that may change the account's structure: if it does, that is told before this
  /// returns.
  func change<Value, Failure>(
    _ work: (inout BlynkStore) throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let value = try step(work)
    if store.takeChange() { await onChange() }
    return value
  }
}

/// Requests.
extension BlynkPracticeCloud {
  /// Answers one request in the account's own region.
  package func answer(_ request: PracticeRequest) async -> PracticeReply {
    await answer(request, in: nil)
  }

  /// Answers one request. That a region sends one of the Platform API on, as it does the device
  /// API, is not documented, so that it does not.
  ///
  /// - Parameter region: nil is the account's own.
  func answer(_ request: PracticeRequest, in region: String?) async -> PracticeReply {
    if PlatformAPI.owns(request) {
      if let reply = BlynkReplies.fault(context) { return reply }
      return await change { PlatformAPI.answer(request, &$0) }
    }
    switch BlynkDeviceAPI.match(request) {
    case .noSuchPath: return .empty(404)
    case .wrongMethod(let allowed): return BlynkReplies.wrongMethod(allowed: allowed)
    case .route(let route):
      if let reply = BlynkReplies.fault(context) { return reply }
      if let reply = regions.redirect(request, in: region) { return reply }
      if let leg = route.leg { await context.time.hold(leg, context.faults) }
      return step { BlynkDeviceAPI.answer(request, route, context, &$0) }
    }
  }
}

/// The webhooks' calls. A write's reply does not wait for them.
extension BlynkPracticeCloud {
  /// "Test webhook"; returns when it is answered.
  func test(_ name: String) async throws(BlynkConsoleRefusal) -> BlynkWebhookRecord {
    let call = try step { store throws(BlynkConsoleRefusal) in
      try BlynkWebhookConsole.test(name, in: &store)
    }
    let outcome = await outcome(of: await request(for: call))
    return BlynkWebhookRecord(webhook: name, at: call.at, outcome: outcome)
  }

  /// Waits until no webhook is under way.
  package func settle() async {
    while let call = calls.first?.value { await call.value }
  }

  /// Whether a webhook's call is under way.
  var isBusy: Bool { !calls.isEmpty }

  /// Gives up the calls under way.
  package func stop() {
    for call in calls.values { call.cancel() }
    // It holds both clouds, this one too.
    neighbour = { _ in nil }
  }

  private func start(_ call: BlynkWebhookCall) {
    callsStarted += 1
    let number = callsStarted
    calls[number] = Task {
      let request = await request(for: call)
      await context.time.hold(.call, context.faults)
      let outcome = await outcome(of: request)
      calls[number] = nil
      step { $0.finish(callOf: call.webhook.name, outcome) }
    }
  }

  private func request(for call: BlynkWebhookCall) async -> Request {
    let isMisled = context.faults.isOn(.webhookWrongDevice)
    let other = isMisled ? await neighbour(call.webhook.particleDevice) : nil
    return call.request(context, neighbour: other)
  }

  private func outcome(of request: Request) async -> BlynkWebhookRecord.Outcome {
    do {
      return .answered(status: try await transport.send(request).status)
    } catch {
      return .unanswered(reason: "\(error)")
    }
  }
}

/// All that Blynk's practice cloud shows of itself, of one moment.
struct BlynkOverview: Sendable {
  let account: BlynkAccount
  /// What became of the webhooks' calls, newest last.
  let webhookLog: [BlynkWebhookRecord]
  /// Where the regions beside the account's own listen, by name.
  let regionPorts: [String: Int]
}
