import DeviceSimulator
import HTTP
import HTTPTestServer

/// Particle's practice cloud: tokens, devices, events, integrations. What it remembers is in its
/// store, what it answers in a handler for each resource.
package struct ParticlePracticeCloud: Sendable {
  private let context: ParticleContext
  private let store: ParticleStore
  private let router: ParticleRouter

  /// - Parameter chance: for new tokens and ids.
  package init(
    account: ParticleAccount, settings: ParticlePracticeSettings, faults: Faults,
    time: PracticeTime, transport: Transport, chance: PracticeChance,
    compiler: @escaping HostCompilation.Compiler, onChange: @escaping @Sendable () async -> Void
  ) {
    context = ParticleContext(
      settings: settings, faults: faults, time: time, transport: transport, compiler: compiler,
      onChange: onChange)
    store = ParticleStore(account: account, chance: chance)
    router = ParticleRouter(context)
  }

  private var power: ParticleDevicePower { ParticleDevicePower(context: context) }

  /// What the account's owner logs in with.
  var login: PracticeLogin { context.settings.login }

  /// What the account holds now: its tokens, devices, products and integrations.
  package var account: ParticleAccount {
    get async { await store.account }
  }

  /// Answers one request.
  package func answer(_ request: PracticeRequest) async -> PracticeReply {
    await router.answer(request, in: store)
  }

  /// Opens an event stream, as a request would.
  func open(_ filter: EventFilter) async throws(ParticleRefusal) -> PracticeReply {
    try await ParticleEventPublisher(context: context).open(filter, in: store)
  }

  // MARK: the cloud as a whole

  /// Puts an account in place and switches its devices on: each runs what it was last flashed with.
  /// Without one, the account stays as it is.
  package func restore(_ account: ParticleAccount? = nil) async {
    await restore(account, in: store)
  }

  private func restore(_ account: ParticleAccount?, in store: isolated ParticleStore) async {
    await power.haltAll(in: store)
    store.restore(account)
    fill(store)
    for device in store.account.devices { await power.boot(device.id, in: store) }
  }

  /// Gives the account as many devices as the settings ask for.
  private func fill(_ store: isolated ParticleStore) {
    while store.account.devices.count < context.settings.deviceCount {
      let name = "practice-boron-\(store.account.devices.count + 1)"
      store.add(newDevice(named: name, in: store))
    }
  }

  private func newDevice(
    named name: String, in store: isolated ParticleStore
  ) -> ParticleDevice {
    let now = context.time.now()
    return ParticleDevice(id: store.makeHex(24), name: name, lastHandshake: now, lastHeard: now)
  }

  /// Waits until no hook and no reboot is under way.
  package func settle() async { await store.settle() }

  /// Ends streams, hooks and programs.
  package func stop() async { await stop(store) }

  private func stop(_ store: isolated ParticleStore) async {
    store.stopKeepingStreamsAlive()
    store.finishStreams()
    store.cancelTasks()
    await power.haltAll(in: store)
  }

  // MARK: devices

  /// Puts a device on the network, or takes it off; the stream tells, as after a graceful
  /// disconnect (particle:event-online).
  package func setDevice(_ idOrName: String? = nil, online: Bool) async {
    await power.set(idOrName, online: online, in: store)
  }

  /// Starts a device in safe mode, in which it is online and its sketch does not run, or lets it
  /// out of it.
  package func setDevice(_ idOrName: String? = nil, safeMode: Bool) async {
    await power.set(idOrName, safeMode: safeMode, in: store)
  }

  /// Presses the device's reset button: its sketch starts again, and the stream tells.
  package func reset(_ idOrName: String? = nil) async { await power.reset(idOrName, in: store) }

  /// Flashes a program of one file and restarts the device with it.
  func flash(_ source: String, to id: String) async throws(ParticleRefusal) {
    try await ParticleFirmwareHandler(context: context).flash(
      [SketchFile(path: "main.ino", text: source)], to: id, in: store)
  }

  /// Adds a device that has been claimed and flashed; returns its id when it runs.
  func addDevice(named name: String, running files: [SketchFile]) async -> String {
    await addDevice(named: name, running: files, in: store)
  }

  private func addDevice(
    named name: String, running files: [SketchFile], in store: isolated ParticleStore
  ) async -> String {
    var device = newDevice(named: name, in: store)
    device.files = files
    store.add(device)
    await power.boot(device.id, in: store)
    await context.onChange()
    return device.id
  }

  // MARK: looking inside

  /// Devices, integrations and counters, as `GET /state` shows them; no tokens but those that stand
  /// in a definition.
  package func state() async -> JSONValue { await state(store) }

  private func state(_ store: isolated ParticleStore) async -> JSONValue {
    let json = ParticleDeviceJSON(context: context)
    var devices: [JSONValue] = []
    for device in store.account.devices { devices.append(await json.state(device, in: store)) }
    let account = store.account
    return [
      "devices": .array(devices),
      "integrations": .array(
        account.integrations.map { $0.state(store.hookRecord(of: $0.id)) }),
      "tokens": .number(Double(account.tokens.count)),
      "streams": .number(Double(store.streamCount)),
    ]
  }

  /// How many event streams are open.
  var streamCount: Int {
    get async { await store.streamCount }
  }

  /// Whether blank lines go out on event streams.
  var isKeepingStreamsAlive: Bool {
    get async { await store.isKeepingStreamsAlive }
  }

  /// Ends every event stream in good order, as a cloud does that lets a machine of its own go.
  func dropStreams() async { await store.finishStreams() }
}
