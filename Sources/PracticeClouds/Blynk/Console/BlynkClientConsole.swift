/// What a person does in Blynk's Developer Zone for the Platform API.
enum BlynkClientConsole {
  /// "Create client": the secret is shown once (blynk:client-secret-once).
  static func add(in store: inout BlynkStore) throws(BlynkConsoleRefusal) -> BlynkOAuthClient {
    guard store.settings.plan.hasPlatformAPI else { throw .noPlatformAPI }
    return store.addClient()
  }
}
