extension Request {
  /// The address without its query, secrets as names: fit for an error.
  var shownAddress: String { String(url.shown().prefix { $0 != "?" && $0 != "#" }) }
}
