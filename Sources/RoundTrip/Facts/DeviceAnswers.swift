import ParticleAPI

/// What Particle and the device itself say of the device, when something is late.
struct DeviceAnswers: Sendable {
  /// What the plan wants it to offer: its function, and its count of calls.
  private let function: String
  private let callsVariable: String

  var ping: QueryResult<Bool> = .notAsked
  var description: QueryResult<Device> = .notAsked
  /// When it was heard to come online, since the trip began.
  var onlineAt: Duration?
  /// How long it had been online when it was asked for, by Particle's own clock.
  var online: Duration?

  init(_ plan: TripPlan) {
    function = plan.function
    callsVariable = plan.callsVariable
  }

  /// What it says of itself decides already.
  var decides: Bool { isInSafeMode || (lacksFunction && isStarting) }

  /// Device OS runs, and the sketch does not (particle:device-status).
  var isInSafeMode: Bool { description.value?.isInSafeMode ?? false }

  /// It says what it offers, and the function is not among it.
  var lacksFunction: Bool {
    description.value?.functions.map { !$0.contains(function) } ?? false
  }

  /// The sketch offers its count of calls.
  var countsCalls: Bool { description.value?.variables?[callsVariable] != nil }

  /// Online so short a time before it was asked that its sketch may not have come as far yet.
  var isStarting: Bool {
    description.value.map { $0.isStarting && hasJustStarted } ?? false
  }

  /// Blynk's own blueprint waits half a minute for a USB cable before it registers its function.
  var hasJustStarted: Bool { online.map { $0 < Device.startingTime } ?? false }
}
