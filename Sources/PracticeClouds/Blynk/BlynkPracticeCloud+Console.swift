/// What a person does in Blynk's console and app: the admin port's way to it.
extension BlynkPracticeCloud {
  /// "Use Blueprint" and "Activate New Device": the template, its five streams and its dashboards,
  /// and a device whose AuthToken is known from now on (blynk:guide-blueprint).
  package func useBlueprint() async {
    await change { $0.useBlueprint() }
  }

  /// "New Device"; without a name the first one.
  func activate(
    named name: String?, template: String? = nil
  ) async throws(BlynkConsoleRefusal) -> BlynkDevice {
    try await change { store throws(BlynkConsoleRefusal) in
      try BlynkDeviceConsole.activate(named: name, template: template, in: &store)
    }
  }

  /// A widget's action; returns the value as stored.
  func flip(
    _ text: String, pin: Int, device: String? = nil
  ) throws(BlynkConsoleRefusal) -> String {
    try step { store throws(BlynkConsoleRefusal) in
      try BlynkDeviceConsole.flip(text, pin: pin, device: device, in: &store)
    }
  }

  /// "Create Webhook" or "Save Webhook".
  func save(_ webhook: BlynkWebhook) async throws(BlynkConsoleRefusal) {
    try await change { store throws(BlynkConsoleRefusal) in
      try BlynkWebhookConsole.save(webhook, in: &store)
    }
  }

  /// "Delete"; without a name all of them.
  func deleteWebhook(named name: String?) async throws(BlynkConsoleRefusal) {
    try await change { store throws(BlynkConsoleRefusal) in
      try BlynkWebhookConsole.delete(named: name, in: &store)
    }
  }

  /// "New Template": the account's first (blynk:guide-manual).
  func makeTemplate(named name: String) async {
    await change { $0.makeFirstTemplate(named: name) }
  }

  /// "New Template": one more.
  func makeAnotherTemplate(named name: String) async throws(BlynkConsoleRefusal) -> BlynkTemplate {
    try await change { store throws(BlynkConsoleRefusal) in
      try BlynkTemplateConsole.add(named: name, in: &store)
    }
  }

  /// "New Datastream", for each; returns them with their ids.
  @discardableResult
  func add(
    _ streams: [Datastream], to template: String? = nil
  ) async throws(BlynkConsoleRefusal) -> [Datastream] {
    try await change { store throws(BlynkConsoleRefusal) in
      try BlynkTemplateConsole.add(streams, to: template, in: &store)
    }
  }

  /// A new metadata field; returns it with its id.
  func add(
    _ field: BlynkMetaField, to template: String? = nil
  ) async throws(BlynkConsoleRefusal) -> BlynkMetaField {
    try await change { store throws(BlynkConsoleRefusal) in
      try BlynkTemplateConsole.add(field, to: template, in: &store)
    }
  }

  /// A new event.
  func add(
    _ event: BlynkEventType, to template: String? = nil
  ) async throws(BlynkConsoleRefusal) {
    try await change { store throws(BlynkConsoleRefusal) in
      try BlynkTemplateConsole.add(event, to: template, in: &store)
    }
  }

  /// "Save and Apply" of a dashboard.
  func setDashboard(_ widgets: [BlynkWidget], onWeb: Bool) async throws(BlynkConsoleRefusal) {
    try await change { store throws(BlynkConsoleRefusal) in
      try BlynkTemplateConsole.setDashboard(widgets, onWeb: onWeb, in: &store)
    }
  }

  /// "Create client" for the Platform API.
  func makeClient() async throws(BlynkConsoleRefusal) -> BlynkOAuthClient {
    try await change { store throws(BlynkConsoleRefusal) in
      try BlynkClientConsole.add(in: &store)
    }
  }

  /// Puts an account back as it was.
  func restore(_ account: BlynkAccount) {
    step { $0.restore(account) }
  }
}
