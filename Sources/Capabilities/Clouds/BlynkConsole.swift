import Core

/// A person's work in Blynk's console, where a program can do it. Each piece of work looks first,
/// as a person would.
package protocol BlynkConsole: Sendable {
  func useBlueprint() async throws
  /// "New Template"; one that is there takes the name.
  func makeTemplate(named name: String) async throws
  /// "New Datastream", for each that is not there yet.
  func makeDatastreams(_ streams: [GuideDatastream]) async throws
  /// "New Device" from the template.
  func makeDevice(named name: String) async throws
  /// Makes Blynk's webhook as the guide describes it, or puts it in place of the one of that name.
  func makeWebhook(deviceID: String, url: String, accessToken: Secret) async throws
}
