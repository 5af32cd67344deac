import Core

/// Why a recording cannot be read or written.
package enum RecordingError: Error, Sendable, Equatable {
  case notReadable(file: String, reason: Phrase)
  case notWritable(file: String, reason: Phrase)
  /// It is no HTTP archive; `offset` is where it stops being JSON, nil where it is another JSON.
  case damaged(file: String, offset: Int?)
  /// Another process records into it.
  case busy(file: String)
  /// After all redaction a secret would still stand there, so it was not written.
  case holdsSecret(file: String, entry: Int, place: Phrase, name: String)
}
