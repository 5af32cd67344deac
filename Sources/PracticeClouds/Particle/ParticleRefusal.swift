/// Why Particle's practice cloud says no.
enum ParticleRefusal: Error, Equatable {
  case tokenMissing
  case tokenUnknown
  case tokenExpired
  /// An API user's token, outside its scope.
  case notAllowed
  /// Not documented: status and words.
  case barred(Int)
  case badLogin
  /// The password is right, and the account wants a code as well.
  case secondFactor(token: String)
  case badCode
  case clientUnknown
  /// The name that came in place of a token is nobody's.
  case ownerUnknown
  case ownerPasswordWrong
  case grantUnknown
  /// The device is unknown, or somebody else's: the cloud does not part the two.
  case deviceUnknown
  /// No device of that id was ever seen.
  case deviceNeverSeen
  /// A device that is to be claimed has to be online.
  case deviceNotOnline
  case productUnknown
  case functionMissing(String)
  case functionTimedOut(status: Int)
  case variableMissing
  case variableTimedOut
  case signalTimedOut
  case flashTimedOut
  /// - Parameter status: 200 when it was part of a flash.
  case buildFailed([String], status: Int)
  case buildTimedOut(status: Int)
  /// A person's own sketch, which the practice clouds were not told to run.
  case sketchNotAsked
  case binaryUnknown
  case prefixMissing
  case integrationUnknown
  case integrationIncomplete(missing: String)
  case tooManyIntegrations
  case eventNameMissing
  case updateEmpty
  /// The body says that it is JSON, and is not.
  case bodyUnreadable
  /// A limit of calls or streams, with the status that says so.
  case tooMany(Int)
  case noRoute
}
