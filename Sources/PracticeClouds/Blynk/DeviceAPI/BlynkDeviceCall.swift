import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A request of the device API that was let in, and the device that it is about.
struct BlynkDeviceCall {
  let request: PracticeRequest
  /// Where the device stands in the account; good for this step alone.
  let place: Int
  /// The device as it was when the request came.
  let device: BlynkDevice
  /// Its template as it is, or as a fault makes it.
  let template: BlynkTemplate
  let context: BlynkContext

  var query: BlynkQuery.Items { request.query }
  var settings: BlynkPracticeSettings { context.settings }
  var now: Date { context.time.now() }

  /// The stream on a pin that is to be written (blynk:update-value).
  func stream(on pin: BlynkPin) throws(BlynkRefusal) -> Datastream {
    guard let stream = template.stream(on: pin) else { throw .noDatastream }
    return stream
  }

  /// The stream of an id; a refusal names the template (blynk:get-by-id-refused).
  func stream(id: Int) throws(BlynkRefusal) -> Datastream {
    guard let stream = template.stream(id: id) else {
      throw .noSuchDataStream(product: template.name)
    }
    return stream
  }
}
