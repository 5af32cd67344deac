#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a child is to find: its directory, its three descriptors, its terminal.
struct SpawnOpenings {
  #if canImport(Glibc)
    private var actions = posix_spawn_file_actions_t()
    private var attributes = posix_spawnattr_t()
  #else
    private var actions: posix_spawn_file_actions_t?
    private var attributes: posix_spawnattr_t?
  #endif
  private var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF

  init(directory: String) throws {
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    let code = SpawnAdditions.changeDirectory(&actions, directory)
    guard code == 0 else { throw ChildProcess.Failure("start in \(directory)", code) }
  }

  mutating func end() {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }

  mutating func give(_ descriptor: Int32, as number: Int32) {
    posix_spawn_file_actions_adddup2(&actions, descriptor, number)
  }

  /// Input, output and errors are a terminal, which becomes the child's own, as a login's is: its
  /// keys send signals.
  mutating func giveTerminal(named name: String) {
    flags |= SpawnOpenings.newSession
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    give(0, as: 1)
    give(0, as: 2)
  }

  mutating func start(_ program: ProgramCall) throws -> pid_t {
    try closeTheRest()
    startWithoutSignals()
    var pid: pid_t = 0
    let arguments = ([program.path] + program.arguments).map { strdup($0) }
    let environment = program.environment.map { strdup("\($0)=\($1)") }
    defer { (arguments + environment).forEach { free($0) } }
    let code = posix_spawn(
      &pid, program.path, &actions, &attributes, arguments + [nil], environment + [nil])
    guard code == 0 else { throw ChildProcess.Failure("start \(program.path)", code) }
    return pid
  }

  /// No signal is blocked or ignored, whatever the test's own threads do.
  private mutating func startWithoutSignals() {
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
  }

  /// Other tests' sockets are none of the child's business, and would stay open with it.
  private mutating func closeTheRest() throws {
    #if canImport(Glibc)
      let code = SpawnAdditions.closeFrom(&actions, 3)
      guard code == 0 else { throw ChildProcess.Failure("close descriptors", code) }
    #else
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
  }

  #if canImport(Glibc)
    private static let newSession: Int32 = 0x80
  #else
    private static let newSession = POSIX_SPAWN_SETSID
  #endif
}
