/// Which of the three standard descriptors are terminals.
package struct StandardTerminals: Sendable, Equatable {
  package var input: Bool
  package var output: Bool
  package var error: Bool

  package init(input: Bool, output: Bool, error: Bool) {
    self.input = input
    self.output = output
    self.error = error
  }
}
