import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension BlynkPracticeCloud {
  /// `logEvent` (blynk:log-event, blynk:log-event-limits). What is over a limit is answered like
  /// the rest, and dropped.
  func logEvent(_ query: BlynkQuery.Items, _ device: Int) throws(BlynkRefusal) -> PracticeReply {
    let code = query.first { $0.name == "code" }?.value ?? ""
    if code.isEmpty { throw .noEventCode }
    guard template(of: account.devices[device]).events.contains(where: { $0.code == code }) else {
      throw .unknownEventCode
    }
    let text = query.first { $0.name == "description" }?.value ?? ""
    let event = BlynkLoggedEvent(
      code: code, description: String(text.prefix(BlynkPracticeCloud.descriptionLimit)),
      at: time.now())
    if mayLog(event, device) { account.devices[device].events.append(event) }
    return .empty(200)
  }

  /// In characters (blynk:log-event-limits). That longer ones are cut is our choice.
  private static let descriptionLimit = 300

  private func mayLog(_ event: BlynkLoggedEvent, _ device: Int) -> Bool {
    let day = event.at.addingTimeInterval(-86_400)
    account.devices[device].events.removeAll { $0.at < day }
    let events = account.devices[device].events
    guard events.count < settings.eventsPerDay else { return false }
    guard let last = events.last(where: { $0.code == event.code }) else { return true }
    return event.at.timeIntervalSince(last.at) >= settings.eventIntervalSeconds
  }
}
