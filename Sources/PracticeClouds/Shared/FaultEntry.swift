/// What `practice serve --list-faults` tells of a fault.
package struct FaultEntry: Sendable, Equatable {
  /// The fault itself, to turn it on.
  package let fault: Fault
  /// Where a round trip breaks; nil where that depends on what is asked first.
  package let leg: PracticeLeg?
  /// The cause that a round trip can name, which may be a coarser one.
  package let cause: String
  /// What is wrong in the practice clouds, in one line.
  package let line: String

  /// As it stands after `--fault`.
  package var name: String { fault.rawValue }

  init(_ fault: Fault, _ leg: PracticeLeg?, _ line: String, cause: String? = nil) {
    self.fault = fault
    self.leg = leg
    self.cause = cause ?? fault.rawValue
    self.line = line
  }
}
