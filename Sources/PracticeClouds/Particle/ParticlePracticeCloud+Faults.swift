/// Where faults reach into the cloud's own doings.
extension ParticlePracticeCloud {
  /// The integrations as they are, or as faults make them.
  var activeIntegrations: [StoredIntegration] {
    if faults.isOn(.integrationMissing) { return [] }
    let all = account.integrations.map { $0.bent(by: faults) }
    return faults.isOn(.integrationDuplicate) ? all.flatMap { [$0, $0.twin] } : all
  }

  /// Publishes what came from a device: best effort, so that it may come twice, or late
  /// (particle:event-best-effort).
  func deliver(_ event: PublishedEvent) {
    if faults.isOn(.functionRefused), eventDesk.isHushed(event.coreID, at: time.now()) { return }
    let events = eventDesk.take(
      event.bent(by: faults), twice: faults.isOn(.eventDuplicate),
      holdsBack: faults.isOn(.eventReordered))
    for event in events { publish(event) }
    guard faults.isOn(.eventReordered) else { return }
    run { [self] in
      try? await time.wait(settings.reorderHold)
      await release()
    }
  }

  private func release() {
    if let late = eventDesk.release() { publish(late) }
  }
}
