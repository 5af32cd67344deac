import Core
import ParticleAPI

/// What an event says about a flash under way (particle:event-flash). Some events end in a blank.
enum FlashProgress: Equatable {
  case started, accepted, failed, offline, online
  /// The sketch wants another Device OS, which Particle sends by itself.
  case safeMode

  init?(_ event: CloudEvent) {
    let word = event.data.split(separator: " ").first.map(String.init)
    switch (event.name, word) {
    case ("spark/flash/status", "started"): self = .started
    case ("spark/flash/status", "success"): self = .accepted
    case ("spark/flash/status", "failed"): self = .failed
    case ("spark/status", "offline"): self = .offline
    case ("spark/status", "online"): self = .online
    case ("spark/status/safe-mode", _): self = .safeMode
    default: return nil
    }
  }

  /// For the person who waits.
  var words: Phrase {
    switch self {
    case .started: "The sketch is on its way to the device"
    case .accepted: "The device has the sketch and starts anew"
    case .failed: "The device did not take the sketch"
    case .offline: "The device starts anew"
    case .online: "The device is back"
    case .safeMode: "The sketch wants another Device OS; Particle sends it"
    }
  }
}
