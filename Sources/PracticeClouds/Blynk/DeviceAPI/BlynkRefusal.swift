import HTTPTestServer

/// Why Blynk's device API refuses, in its own texts (blynk:error-texts). Some end in a full stop
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
  /// In `get`, where the text is a setting.
  case unknownPin(text: String)
  case noSuchDataStream(product: String)
  /// Not documented: both the status and the text are made up.
  case quotaUsedUp
  /// In `logEvent` (blynk:log-event-refused).
  case noEventCode
  case unknownEventCode
  /// In a timestamped batch (blynk:import-refused).
  case unknownContentType
  case batchTooLarge(limit: Int)
  /// Not documented: the text is made up.
  case batchUnreadable
  /// In `data/get` (blynk:export-refused).
  case noToken
  case wrongParameters
  case unknownPeriod(String)
  case noData
  case exportLimit
  /// In `device/meta` (blynk:meta-field-refused).
  case wrongMetaFieldFormat
  case noMetaField
  /// In `device/meta/update`, whose page leaves the full stops out.
  case wrongMetaFieldFormatWithoutStop
  case noMetaFieldWithoutStop
  case wrongMetaValue
  /// In `upload` (blynk:upload-refused).
  case uploadLimit
  /// Not documented: the text is made up.
  case noFile

  /// 400 for nearly all, a wrong token included (blynk:error-statuses).
  var status: Int {
    switch self {
    case .unknownPeriod, .noData: 500
    case .uploadLimit: 403
    default: 400
    }
  }

  /// As the device API says it (blynk:error-envelope).
  var reply: PracticeReply { BlynkReplies.error(status, message) }
}
