/// Why Blynk's device API refuses, in its own texts (blynk-cloud §3). Some end in a full stop and
/// some do not; that is how the pages have them.
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
  /// In `logEvent` (§3.10).
  case noEventCode
  case unknownEventCode
  /// In a timestamped batch (§3.7).
  case unknownContentType
  case batchTooLarge(limit: Int)
  /// Not documented: the text is made up.
  case batchUnreadable
  /// In `data/get` (§3.11).
  case noToken
  case wrongParameters
  case unknownPeriod(String)
  case noData
  case exportLimit
  /// In `device/meta` (§3.12).
  case wrongMetaFieldFormat
  case noMetaField
  /// In `device/meta/update`, whose page leaves the full stops out.
  case wrongMetaFieldFormatWithoutStop
  case noMetaFieldWithoutStop
  case wrongMetaValue
  /// In `upload` (§3.14).
  case uploadLimit
  /// Not documented: the text is made up.
  case noFile

  /// 400 for nearly all, a wrong token included (§19).
  var status: Int {
    switch self {
    case .unknownPeriod, .noData: 500
    case .uploadLimit: 403
    default: 400
    }
  }
}
