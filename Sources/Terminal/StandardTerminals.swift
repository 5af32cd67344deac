/// Which of the three standard descriptors are terminals.
package struct StandardTerminals: Sendable, Equatable {
  /// Whether a person can type into descriptor 0.
  package var input: Bool
  /// Whether descriptor 1 can be drawn on.
  package var output: Bool
  /// Whether descriptor 2 can be drawn on.
  package var error: Bool

  /// As `isatty` tells, or as a test has it.
  package init(input: Bool, output: Bool, error: Bool) {
    self.input = input
    self.output = output
    self.error = error
  }
}
