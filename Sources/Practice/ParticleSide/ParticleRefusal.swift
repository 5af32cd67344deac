/// Why Particle's practice cloud says no.
enum ParticleRefusal: Error, Equatable {
  case tokenMissing
  case tokenUnknown
  case tokenExpired
  /// The device is unknown, or somebody else's: the cloud does not part the two.
  case deviceUnknown
  case functionMissing(String)
  case functionTimedOut
  case variableMissing
  case variableTimedOut
  case signalTimedOut
  case flashTimedOut
  case buildFailed([String])
  case prefixMissing
  case integrationUnknown
  case integrationIncomplete(missing: String)
  case eventNameMissing
  case badLogin
  case clientUnknown
  case grantUnknown
  case updateEmpty
  case tooManyStreams(status: Int)
  case noRoute
}
