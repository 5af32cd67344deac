import ParticleAPI

/// Something seen on the event stream that may matter to the trip.
struct ObservedEvent: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// Our device's event.
    case device(DevicePayload)
    /// Our device's event, whose data are no object.
    case unreadable(PayloadDefect)
    /// A payload of our device under another name.
    case otherName(String, DevicePayload)
    /// Our event from another device of the account, of this id; without payload when it could not
    /// be read.
    case otherDevice(String, DevicePayload?)
    case hookSent
    case hookError(String)
  }

  var kind: Kind
  /// Since the trip began.
  var at: Duration
  /// By Particle's clock.
  var publishedAt: String?

  init(_ kind: Kind, at: Duration, publishedAt: String? = nil) {
    self.kind = kind
    self.at = at
    self.publishedAt = publishedAt
  }

  /// Nil for events that have nothing to do with the trip.
  init?(_ event: CloudEvent, _ plan: TripPlan, at: Duration, isOurToken: (String) -> Bool) {
    guard let kind = ObservedEvent.kind(event, plan, isOurToken) else { return nil }
    // A loud account has many other devices; of those only what they show counts.
    let isOthers = if case .otherDevice = kind { true } else { false }
    self.init(kind, at: at, publishedAt: isOthers ? nil : event.publishedAt)
  }

  private static func kind(_ event: CloudEvent, _ plan: TripPlan, _ isOurToken: (String) -> Bool)
    -> Kind?
  {
    if event.name == "hook-sent/\(plan.event)" { return .hookSent }
    // "/N" is appended by the cloud; a product puts the device's id before (particle:hook-topics).
    if event.name.contains("hook-error/\(plan.event)/") { return .hookError(event.data) }
    do throws(PayloadDefect.Failure) {
      var payload = try DevicePayload(event.data, plan, isOurToken: isOurToken)
      guard event.name == plan.event else {
        let isOurs = event.coreID == plan.deviceID && payload.echo != nil
        return isOurs ? .otherName(event.name, payload) : nil
      }
      if event.coreID == plan.deviceID { return .device(payload) }
      (payload.values, payload.keys, payload.defect) = ([:], [], nil)
      return .otherDevice(event.coreID ?? "", payload)
    } catch {
      guard event.name == plan.event else { return nil }
      return event.coreID == plan.deviceID
        ? .unreadable(error.defect) : .otherDevice(event.coreID ?? "", nil)
    }
  }
}
