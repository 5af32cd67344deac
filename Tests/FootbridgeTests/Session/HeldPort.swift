#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A port on loopback that is taken, as long as this object lives.
final class HeldPort: Sendable {
  let number: Int
  private let socket: Int32

  init() throws {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    socket = Self.make(AF_INET, kind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let handle = socket
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(handle, address, length) == 0 && listen(handle, 1) == 0
          ? getsockname(handle, address, &length) : -1
      }
    }
    guard code == 0 else { throw ChildProcess.Failure("hold a port", errno) }
    number = Int(UInt16(bigEndian: address.sin_port))
  }

  deinit { close(socket) }

  #if canImport(Glibc)
    private static let make = Glibc.socket
  #else
    private static let make = Darwin.socket
  #endif
}
