/// Why text could not be written.
package enum OutputFailure: Error, Sendable, Equatable {
  /// Whoever read the output closed it, as `head` does.
  case readerGone
  /// The system refused, with its error number: no space, for one.
  case refused(errno: Int32)
  /// Nothing was taken for so long.
  case stalled(milliseconds: Int32)
}
