extension ParticlePracticeCloud {
  /// Ends every event stream in good order, as a cloud does that lets a machine of its own go.
  func dropStreams() {
    for stream in streams.values { stream.line.finish() }
  }
}
