import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What comes out of a descriptor, piece by piece, until nobody can write to it any more.
enum Outflow {
  /// Reads to the end, and closes the descriptor there.
  static func pieces(of descriptor: Int32) -> AsyncStream<[UInt8]> {
    let (pieces, flow) = AsyncStream<[UInt8]>.makeStream()
    DispatchQueue(label: "outflow \(descriptor)").async {
      var buffer = [UInt8](repeating: 0, count: 16_384)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        // A pseudo terminal says EIO where a pipe says 0.
        guard count > 0 else { break }
        flow.yield(Array(buffer.prefix(count)))
      }
      close(descriptor)
      flow.finish()
    }
    return pieces
  }
}
