import DeviceSimulator
import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Everything that Particle's practice cloud remembers. Handlers run on it, as they take it as an
/// isolated parameter: between two waits nobody else sees or changes anything.
actor ParticleStore {
  private var kept: ParticleAccount
  private var chance: PracticeChance

  private var programs = DevicePrograms()
  private var streams = EventStreams()
  private var tasks = BackgroundTasks()
  private var hooks = HookDeliveries()
  /// Programs that need no compiler again.
  private var builds = BuildCache()
  /// What was compiled by request, the newest last.
  private var binaries: [DeviceBinary] = []
  private var logins = LoginGuard()
  /// Second steps of logging in that are still to come.
  private var challenges: [String] = []
  private var calls = CallCounter()
  /// What the faults on events hold back.
  private var reordering = EventReordering()

  /// - Parameter chance: for new tokens and ids.
  init(account: ParticleAccount, chance: PracticeChance) {
    kept = account
    self.chance = chance
  }

  /// What the account holds now: its tokens, devices, products and integrations.
  var account: ParticleAccount { kept }

  /// Forgets what goes with the account: what hooks did, what was compiled, who logged in.
  ///
  /// - Parameter account: in place of the one that is there; nil lets it stay.
  func restore(_ account: ParticleAccount?) {
    if let account { kept = account }
    hooks = HookDeliveries()
    binaries = []
    (logins, challenges, calls) = (LoginGuard(), [], CallCounter())
  }

  /// New hexadecimal digits: an id, or a token.
  func makeHex(_ count: Int) -> String { chance.hex(count) }

  // MARK: devices

  func add(_ device: ParticleDevice) { kept.devices.append(device) }

  /// Changes a device in its place.
  func changeDevice<Result>(at index: Int, _ change: (inout ParticleDevice) -> Result) -> Result {
    change(&kept.devices[index])
  }

  /// Takes a device that is nobody's into the account.
  func claimDevice(at place: Int) { kept.devices.append(kept.unclaimed.remove(at: place)) }

  /// Takes a device out of the account; it is in no product then, and nobody's.
  func removeDevice(at index: Int) -> ParticleDevice {
    var device = kept.devices.remove(at: index)
    device.productID = nil
    kept.unclaimed.append(device)
    return device
  }

  // MARK: programs of devices

  /// The devices whose programs run now.
  var running: [String] { programs.deviceIDs }

  /// The programs that want to hear of events.
  var subscribed: [RunningSketch] { programs.subscribed }

  func program(of device: String) -> RunningSketch? { programs[device] }

  func add(_ sketch: RunningSketch, listener: Task<Void, Never>, for device: String) {
    programs.add(sketch, listener: listener, for: device)
  }

  func subscribe(_ device: String) { programs.subscribe(device) }

  /// Takes a program out, which has to be stopped.
  func removeProgram(of device: String) -> RunningSketch? { programs.remove(device) }

  /// The same program as it was built before.
  func build(of files: [SketchFile], _ platformID: Int) -> HostCompilation.Build? {
    builds.find(files, platformID)
  }

  func keep(_ build: HostCompilation.Build, of files: [SketchFile], _ platformID: Int) {
    builds.keep(build, files, platformID)
  }

  /// - Parameter limit: how many are kept; the oldest goes first.
  func keep(_ binary: DeviceBinary, limit: Int) {
    binaries = (binaries + [binary]).suffix(limit)
  }

  /// The binary of that id, unless it has expired.
  func binary(_ id: String, at now: Date) -> DeviceBinary? {
    binaries.first { $0.id == id && $0.expiresAt > now }
  }

  /// The newest binary that is meant.
  func binary(where isMeant: (DeviceBinary) -> Bool) -> DeviceBinary? {
    binaries.last(where: isMeant)
  }

  // MARK: integrations

  func add(_ integration: StoredIntegration) { kept.integrations.append(integration) }

  func define(_ integration: String, as definition: JSONValue) {
    guard let index = kept.integrations.firstIndex(where: { $0.id == integration }) else { return }
    kept.integrations[index].definition = definition
  }

  func removeIntegration(_ id: String) {
    kept.integrations.removeAll { $0.id == id }
    hooks.forget(id)
  }

  func hookRecord(of integration: String) -> HookRecord { hooks.record(of: integration) }

  func noteHook(of integration: String, _ note: (inout HookRecord) -> Void) {
    hooks.note(of: integration, note)
  }

  /// What the integration began last, while it is under way.
  func delivery(of integration: String) -> Task<Void, Never>? {
    hooks.latest(of: integration).flatMap { tasks[$0] }
  }

  func beginDelivery(_ task: Int, of integration: String) { hooks.begin(task, of: integration) }

  /// Whether hooks leave a host alone.
  func isAsleep(_ host: String, at now: Date) -> Bool { hooks.isAsleep(host, at: now) }

  /// - Parameter limit: errors in a row that put a host to sleep.
  func noteHost(_ host: String, isError: Bool, limit: Int, sleep: Duration, now: Date) {
    hooks.note(host, isError: isError, limit: limit, sleep: sleep, now: now)
  }

  // MARK: tokens and logins

  func add(_ token: ParticleToken) { kept.tokens.append(token) }

  func removeTokens(where isMeant: (ParticleToken) -> Bool) {
    kept.tokens.removeAll(where: isMeant)
  }

  func isLoginBarred(at now: Date) -> Bool { logins.isBarred(at: now) }

  func noteLogin() { logins.noteSuccess() }

  /// - Parameter limit: wrong passwords in a row after which nobody may log in.
  func noteFailedLogin(limit: Int, bar: Duration, now: Date) {
    logins.noteFailure(limit: limit, bar: bar, now: now)
  }

  /// A token that the second step has to bring along, once.
  func makeChallenge(limit: Int) -> String {
    let token = chance.urlSafe(40)
    if challenges.count >= limit { challenges.removeFirst() }
    challenges.append(token)
    return token
  }

  func hasChallenge(_ token: String) -> Bool { challenges.contains(token) }

  func removeChallenge(_ token: String) {
    if let place = challenges.firstIndex(of: token) { challenges.remove(at: place) }
  }

  /// Counts a call, and says whether it is within the limit.
  func count(_ kind: CallCounter.Kind, limit: Int?, windowSeconds: Double, now: Date) -> Bool {
    calls.take(kind, limit: limit, windowSeconds: windowSeconds, now: now)
  }

  // MARK: secrets and environments

  /// In place of one of the same scope and name.
  func keep(_ secret: ParticleSecret) {
    removeSecret(secret.name, scope: secret.scope)
    kept.secrets.append(secret)
  }

  func removeSecret(_ name: String, scope: String) {
    kept.secrets.removeAll { $0.scope == scope && $0.name == name }
  }

  func setEnvironment(_ key: String, to values: [String: String]) {
    kept.environments[key] = values
  }

  // MARK: events

  var streamCount: Int { streams.count }
  var isKeepingStreamsAlive: Bool { streams.isKeptAlive }

  /// Opens an event stream; its first bytes are the comment `:ok`.
  ///
  /// - Parameter queueLimit: events that wait for a slow client.
  func openStream(_ filter: EventFilter, queueLimit: Int) -> AsyncStream<[UInt8]> {
    let (chunks, line) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingOldest(queueLimit))
    let number = streams.open(filter, line)
    line.onTermination = { [weak self] _ in Task { await self?.closeStream(number) } }
    line.yield(Array(":ok\n\n".utf8))
    return chunks
  }

  private func closeStream(_ number: Int) { streams.close(number) }

  /// Sends a blank line to every stream after each wait, as long as there are any: legal, and
  /// ignored by every reader.
  func keepStreamsAlive(_ wait: @escaping @Sendable () async throws -> Void) {
    guard !streams.isKeptAlive else { return }
    streams.keepAlive(by: Task { [weak self] in await self?.sendBlankLines(wait) })
  }

  private func sendBlankLines(_ wait: @Sendable () async throws -> Void) async {
    while (try? await wait()) != nil { streams.send([UInt8(ascii: "\n")]) }
  }

  func stopKeepingStreamsAlive() { streams.stopKeepingAlive() }

  /// Sends an event to every stream that lets it through.
  func send(_ event: PublishedEvent, _ bytes: (EventFilter) -> [UInt8]) {
    streams.send(event, bytes)
  }

  /// Ends every event stream in good order.
  func finishStreams() { streams.finish() }

  /// A device refuses a call: it has nothing to report of it.
  func hush(_ device: String, at now: Date) { reordering.hush(device, at: now) }

  /// Whether an event is one that a refused call would not have caused.
  func isHushed(_ device: String, at now: Date) -> Bool { reordering.isHushed(device, at: now) }

  /// The events to publish when one comes, in their order.
  func order(_ event: PublishedEvent, twice: Bool, holdsBack: Bool) -> [PublishedEvent] {
    reordering.take(event, twice: twice, holdsBack: holdsBack)
  }

  /// The event that is held back, if no other came meanwhile.
  func releaseEvent() -> PublishedEvent? { reordering.release() }

  // MARK: background tasks

  /// Does something beside the reply; `settle` waits for it.
  ///
  /// - Returns: the task's number.
  @discardableResult
  func run(_ work: @escaping @Sendable () async -> Void) -> Int {
    let number = tasks.makeNumber()
    tasks.add(
      Task {
        await work()
        tasks.remove(number)
      }, number)
    return number
  }

  /// Waits until no hook and no reboot is under way.
  func settle() async {
    while let task = tasks.first { await task.value }
  }

  func cancelTasks() { tasks.cancel() }
}
