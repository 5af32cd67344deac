/// The two streams a program writes to.
package enum OutputStream: Sendable, Equatable {
  case output, error
}
