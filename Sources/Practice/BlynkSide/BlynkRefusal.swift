/// Why Blynk's device API answers 400, in its own texts (blynk-cloud §3). Some end in a full stop
/// and some do not; that is how the pages have them.
enum BlynkRefusal: Error, Sendable, Equatable {
  case invalidToken
  case wrongPinFormat
  case wrongDataStreamIdFormat
  /// In `update` by pin.
  case typeMismatch
  /// In `update` by id, `batch/update` and `update/property`.
  case typeMismatchWithoutStop
  case noDatastream
  case noSuchDataStream(product: String)
  /// Not documented: both the status and the text are made up.
  case quotaUsedUp

  var message: String {
    switch self {
    case .invalidToken: "Invalid token."
    case .wrongPinFormat: "Wrong pin format."
    case .wrongDataStreamIdFormat: "Wrong dataStreamId format."
    case .typeMismatch: "Value doesn't match the Datastream data type."
    case .typeMismatchWithoutStop: "Value doesn't match the Datastream data type"
    case .noDatastream: "No datastream setup for that pin."
    case .noSuchDataStream(let product):
      "Requested dataStream doesn't exist in the product \(product)"
    case .quotaUsedUp: "Messages of this month are used up (made up by the practice cloud)."
    }
  }
}
