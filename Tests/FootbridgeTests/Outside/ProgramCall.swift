/// A program, its arguments, and all that surrounds it: nothing is passed on from the tests' own
/// environment but what finds the Swift libraries and what the sanitizers and the coverage need.
struct ProgramCall: Sendable {
  var path: String
  var arguments: [String]
  var environment: [String: String]
  var directory: String
}
