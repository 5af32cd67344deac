import Particle

/// What an event says about a flash under way (particle-cloud §5.6). Some events end in a blank.
enum FlashNews: Equatable {
  case accepted, failed, online

  init?(_ event: CloudEvent) {
    let word = event.data.split(separator: " ").first.map(String.init)
    switch (event.name, word) {
    case ("spark/flash/status", "success"): self = .accepted
    case ("spark/flash/status", "failed"): self = .failed
    case ("spark/status", "online"): self = .online
    default: return nil
    }
  }
}
