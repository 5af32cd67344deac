import HTTPTestServer

extension PublishedEvent {
  /// Bytes that a buffer too small for the whole leaves of an event's data.
  private static let smallBufferBytes = 63

  /// The event as a device with the wrong sketch publishes it.
  func bent(by faults: Faults) -> PublishedEvent {
    var event = self
    if faults.isOn(.eventWrongName) { event.name = name.prefix(1).uppercased() + name.dropFirst() }
    if faults.isOn(.payloadWrongToken) { event.data = data.map(PublishedEvent.withOtherToken) }
    if faults.isOn(.payloadTruncated) { event.data = event.data.map(PublishedEvent.cut) }
    if faults.isOn(.payloadNotJSON) { event.data = event.data.map(PublishedEvent.withoutReading) }
    if faults.isOn(.payloadNotObject) { event.data = event.data.map { _ in "3.14" } }
    if faults.isOn(.payloadMissingField) { event.data = event.data.map(PublishedEvent.withoutEcho) }
    if faults.isOn(.payloadWrongValue) { event.data = event.data.map(PublishedEvent.withTruth) }
    return event
  }

  /// What C prints of a sensor that has none.
  private static func withoutReading(_ data: String) -> String {
    data.replacing(#/("v15":)[-0-9.eE+]+/#) { "\($0.output.1)nan" }
  }

  private static func withoutEcho(_ data: String) -> String {
    data.replacing(#/,?"v17":[01]/#, with: "")
  }

  private static func withTruth(_ data: String) -> String {
    data.replacing(#/("v17":)([01])/#) { "\($0.output.1)\($0.output.2 == "1" ? "true" : "false")" }
  }

  /// The AuthToken of another device: as long, of the same letters.
  private static func withOtherToken(_ data: String) -> String {
    guard let token = JSONValue(parsing: data)?["t"]?.string, !token.isEmpty else { return data }
    return data.replacing(token, with: String(token.reversed()))
  }

  /// At least its last byte is lost.
  private static func cut(_ data: String) -> String {
    let count = min(smallBufferBytes, max(data.utf8.count - 1, 0))
    return String(decoding: data.utf8.prefix(count), as: UTF8.self)
  }
}
