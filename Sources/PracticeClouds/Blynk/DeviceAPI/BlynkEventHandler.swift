import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `logEvent`: what a device reports beside its values (blynk:log-event, blynk:log-event-limits).
struct BlynkEventHandler: BlynkDeviceHandler {
  /// What is over a limit is answered like the rest, and dropped.
  func answer(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    let code = call.request.queryValue("code") ?? ""
    if code.isEmpty { throw .noEventCode }
    guard call.template.events.contains(where: { $0.code == code }) else {
      throw .unknownEventCode
    }
    let text = call.request.queryValue("description") ?? ""
    let event = BlynkLoggedEvent(
      code: code, description: String(text.prefix(BlynkEventHandler.descriptionLimit)), at: call.now
    )
    store.updateDevice(at: call.place) { device in
      BlynkEventHandler.keep(event, in: &device.events, call.settings)
    }
    return .empty(200)
  }

  /// In characters (blynk:log-event-limits). That longer ones are cut is our choice.
  private static let descriptionLimit = 300

  private static func keep(
    _ event: BlynkLoggedEvent, in events: inout [BlynkLoggedEvent],
    _ settings: BlynkPracticeSettings
  ) {
    let day = event.at.addingTimeInterval(-86_400)
    events.removeAll { $0.at < day }
    guard events.count < settings.eventsPerDay else { return }
    let last = events.last { $0.code == event.code }
    if let last, event.at.timeIntervalSince(last.at) < settings.eventIntervalSeconds { return }
    events.append(event)
  }
}
