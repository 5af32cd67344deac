import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Says to a port of loopback what no HTTP client would say.
package enum RawClient {
  /// A server that neither answers nor hangs up for that long has failed the test.
  private static let patienceSeconds = 10

  /// Why there is no answer.
  package enum Failure: Error { case noConnection, noEnd }

  /// What comes back until the server closes the connection; a reset is an end, too.
  ///
  /// - Parameter leaves: whether nothing more is said after the bytes, and the server knows.
  package static func say(
    _ bytes: [UInt8], to port: Int, leaves: Bool = false
  ) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
      // A thread of its own may wait; one of the pool would be missing where the answer is made.
      Thread.detachNewThread {
        continuation.resume(with: Result { try talk(bytes, port, leaves) })
      }
    }
  }

  private static func talk(_ bytes: [UInt8], _ port: Int, _ leaves: Bool) throws -> String {
    let socket = try connected(to: port)
    defer { close(socket) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      // The server may have heard enough.
      guard sent > 0 else { break }
      rest = rest.dropFirst(sent)
    }
    if leaves { shutdown(socket, Int32(SHUT_WR)) }
    return try heard(socket)
  }

  private static func connected(to port: Int) throws -> Int32 {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var timeouts = timeval(tv_sec: patienceSeconds, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeouts, size)
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &timeouts, size)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else {
      close(socket)
      throw Failure.noConnection
    }
    return socket
  }

  private static func heard(_ socket: Int32) throws -> String {
    var heard: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = recv(socket, &piece, piece.count, 0)
      if count < 0, errno == EAGAIN { throw Failure.noEnd }
      guard count > 0 else { return String(decoding: heard, as: UTF8.self) }
      heard += piece[..<count]
    }
  }
}
