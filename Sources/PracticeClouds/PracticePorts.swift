import HTTPTestServer
import NIOCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which ports the three servers take.
struct PracticePorts: Equatable {
  var particle: Int
  var blynk: Int
  var admin: Int

  /// - Parameter base: 0 takes any free ones; N takes N, N+1 and N+2.
  init(base: Int) throws(PracticeError) {
    guard base != 0 else {
      (particle, blynk, admin) = (0, 0, 0)
      return
    }
    guard (1...65533).contains(base) else { throw .portBaseOutOfRange(base) }
    (particle, blynk, admin) = (base, base + 1, base + 2)
  }

  /// Listens, or says in this target's words why it cannot.
  static func listen(
    _ port: Int, settings: ServerSettings, handler: @escaping PracticeServer.Handler
  ) async throws(PracticeError) -> PracticeServer {
    try await listening(port) {
      try await PracticeServer.listen(port: port, settings: settings, handler: handler)
    }
  }

  /// The same for any way to listen.
  static func listening(
    _ port: Int, _ listen: @Sendable () async throws -> PracticeServer
  ) async throws(PracticeError) -> PracticeServer {
    do {
      return try await listen()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw .portInUse(port)
    } catch {
      throw .portRefused(port, reason: "\(error)")
    }
  }
}
