import NIOCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whose program is at the other end of a loopback connection, as far as the system tells.
enum SocketOwner: Equatable {
  case user(UInt32)
  /// The other end has closed already: who it was cannot be found any more.
  case gone
  /// This system does not tell.
  case unknown

  /// Whether it may ask: this user, the administrator, who may do anything here in any case, and
  /// whoever the system does not name.
  var mayAsk: Bool {
    switch self {
    case .user(let number): [0, getuid(), geteuid()].contains(number)
    case .gone: false
    case .unknown: true
    }
  }

  /// Asks the system.
  ///
  /// - Parameters:
  ///   - client: the other end's address.
  ///   - server: our own.
  static func of(client: SocketAddress?, server: SocketAddress?) -> SocketOwner {
    #if os(Linux)
      guard case .v4(let client)? = client, case .v4(let server)? = server else {
        return isTold ? .gone : .unknown
      }
      return SocketTable.owner(from: client.address, to: server.address)
    #else
      return .unknown
    #endif
  }

  /// Whether this system tells. Found out once, on a connection of our own, before anybody else can
  /// be at one: where it tells, whom it does not name is nobody who may ask.
  static let isTold: Bool = {
    #if os(Linux)
      SocketTable.namesOwnConnection()
    #else
      false
    #endif
  }()
}

#if os(Linux)
  /// The kernel's table of sockets, asked by netlink (`sock_diag(7)`).
  private enum SocketTable {
    private enum Entry {
      case owned(user: UInt32, inode: UInt32)
      case none
      case refused
    }

    /// `NETLINK_SOCK_DIAG`, `SOCK_DIAG_BY_FAMILY`, `NLM_F_REQUEST`, `NLMSG_ERROR`.
    private static let (family, byFamily, request, error) = (Int32(4), UInt16(20), UInt16(1), 2)
    private static let requestBytes = 72

    static func owner(from client: sockaddr_in, to server: sockaddr_in) -> SocketOwner {
      switch entry(client, server) {
      // A socket without an inode is one that its program has closed; the kernel then says root.
      case .owned(let user, let inode): return inode == 0 ? .gone : .user(user)
      // One that was reset is in no table, and without a free descriptor none can be asked.
      case .none, .refused: return SocketOwner.isTold ? .gone : .unknown
      }
    }

    /// Connects to itself, and looks whether the table has that connection.
    static func namesOwnConnection() -> Bool {
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
      let caller = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
      defer { for descriptor in [listener, caller] where descriptor >= 0 { close(descriptor) } }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      guard listener >= 0, caller >= 0, call(bind, listener, &address), listen(listener, 1) == 0,
        named(getsockname, listener, &address), call(connect, caller, &address)
      else { return false }
      var own = sockaddr_in()
      guard named(getsockname, caller, &own), case .owned(let user, let inode) = entry(own, address)
      else { return false }
      return user == geteuid() && inode != 0
    }

    private static let addressBytes = socklen_t(MemoryLayout<sockaddr_in>.size)

    private static func call(
      _ act: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32, _ descriptor: Int32,
      _ address: inout sockaddr_in
    ) -> Bool {
      withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          act(descriptor, $0, addressBytes) == 0
        }
      }
    }

    private static func named(
      _ ask: (Int32, UnsafeMutablePointer<sockaddr>?, UnsafeMutablePointer<socklen_t>?) -> Int32,
      _ descriptor: Int32, _ address: inout sockaddr_in
    ) -> Bool {
      var count = addressBytes
      return withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { ask(descriptor, $0, &count) == 0 }
      }
    }

    private static func entry(_ from: sockaddr_in, _ to: sockaddr_in) -> Entry {
      let socket = socket(AF_NETLINK, Int32(SOCK_RAW.rawValue) | O_CLOEXEC, family)
      guard socket >= 0 else { return .refused }
      defer { close(socket) }
      let question = question(from, to)
      guard send(socket, question, question.count, 0) == question.count else { return .refused }
      var answer = [UInt8](repeating: 0, count: 512)
      // The kernel has answered by the time that the question is sent.
      let count = recv(socket, &answer, answer.count, Int32(MSG_DONTWAIT))
      guard count >= 20 else { return .refused }
      let type = Int(answer[4]) | Int(answer[5]) << 8
      if type == error {
        return number(answer, 16) == UInt32(bitPattern: -ENOENT) ? .none : .refused
      }
      guard type == Int(byFamily), count >= 16 + 72 else { return .refused }
      return .owned(user: number(answer, 16 + 64), inode: number(answer, 16 + 68))
    }

    /// `nlmsghdr` and `inet_diag_req_v2`.
    private static func question(_ from: sockaddr_in, _ to: sockaddr_in) -> [UInt8] {
      var bytes: [UInt8] = []
      func add<Value: BitwiseCopyable>(_ value: Value) {
        withUnsafeBytes(of: value) { bytes += $0 }
      }
      add(UInt32(requestBytes))
      add(byFamily)
      add(request)
      add(UInt64(0))
      bytes += [UInt8(AF_INET), UInt8(IPPROTO_TCP), 0, 0]
      add(UInt32.max)
      add(from.sin_port)
      add(to.sin_port)
      for address in [from.sin_addr, to.sin_addr] {
        add(address.s_addr)
        bytes += [UInt8](repeating: 0, count: 12)
      }
      add(UInt32(0))
      add(UInt64.max)
      return bytes
    }

    private static func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
      bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt32.self) }
    }
  }
#endif
