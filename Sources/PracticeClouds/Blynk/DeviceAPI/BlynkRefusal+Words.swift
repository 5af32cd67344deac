extension BlynkRefusal {
  /// What stands in the reply's `message`.
  var message: String { valueMessage ?? otherMessage }

  /// The texts of reading and writing values.
  private var valueMessage: String? {
    switch self {
    case .invalidToken: "Invalid token."
    case .wrongPinFormat: "Wrong pin format."
    case .wrongDataStreamIdFormat: "Wrong dataStreamId format."
    case .typeMismatch: "Value doesn't match the Datastream data type."
    case .typeMismatchWithoutStop: "Value doesn't match the Datastream data type"
    case .noDatastream: "No datastream setup for that pin."
    case .unknownPin(let text): text
    case .noSuchDataStream(let product):
      "Requested dataStream doesn't exist in the product \(product)"
    case .unknownContentType: "Unknown content type."
    case .batchTooLarge(let limit):
      "Too much data in batch. Maximum batch size is \(limit) points."
    default: nil
    }
  }

  private var otherMessage: String {
    switch self {
    case .noEventCode: "Event code is not provided."
    case .unknownEventCode: "Can't find Event with this code in Product template"
    case .noToken: "No token provided."
    case .wrongParameters: "Request with incorrect parameters"
    case .unknownPeriod(let period):
      "No enum constant cc.blynk.server.core.model.widgets.outputs.graph.Period.\(period)"
    case .noData: "No data"
    case .wrongMetaFieldFormat: "Wrong metaField format."
    case .noMetaField: "MetaField doesn't exist."
    case .wrongMetaFieldFormatWithoutStop: "Wrong metaField format"
    case .noMetaFieldWithoutStop: "MetaField doesn't exist"
    case .wrongMetaValue: "Wrong value"
    case .uploadLimit: "File uploads limit has been reached."
    case .quotaUsedUp: "Messages of this month are used up (made up by the practice cloud)."
    case .exportLimit: "Exports of this day are used up (made up by the practice cloud)."
    case .batchUnreadable: "The batch is no list of points (made up by the practice cloud)."
    default: "No file was sent (made up by the practice cloud)."
    }
  }
}
