import Foundation

/// Shows a long text a window at a time, by the person's own pager (`PAGER`, else `less`), as git
/// and man do.
struct Pager {
  private let command: String
  private let environment: [String: String]

  /// - Returns: nil where the person wants none: `PAGER` is empty, or `cat`.
  init?(environment: [String: String]) {
    command = environment["PAGER"] ?? "less"
    guard !["", "cat"].contains(command) else { return nil }
    // Colours as they are, and the text stays on the screen afterwards. What we write is UTF-8,
    // also where the machine lacks the locale that less asks.
    self.environment = ["LESS": "FRX", "LESSCHARSET": "utf-8"].merging(environment) { $1 }
  }

  /// Returns when the person has left the pager.
  /// - Returns: whether there is such a pager.
  func show(_ text: String) -> Bool {
    let input = Pipe()
    guard let child = start(reading: input) else { return false }
    try? input.fileHandleForReading.close()
    // Ctrl-C is the pager's to take.
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    // One that is left early takes no more; that is no loss.
    try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try? input.fileHandleForWriting.close()
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status >> 8 & 0xFF != Pager.notFound
  }

  /// In our own process group: Foundation's `Process` gives a child one of its own, and a terminal
  /// stops whoever reads its keys from another group than the one in the foreground.
  private func start(reading input: Pipe) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let (reads, writes) = (input.fileHandleForReading, input.fileHandleForWriting)
    posix_spawn_file_actions_adddup2(&actions, reads.fileDescriptor, STDIN_FILENO)
    posix_spawn_file_actions_addclose(&actions, writes.fileDescriptor)
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let arguments = Pager.strings(["/bin/sh", "-c", command])
    let requestContext = Pager.strings(variables)
    defer { (arguments + requestContext).forEach { free($0) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, "/bin/sh", &actions, nil, arguments, requestContext)
    return failure == 0 ? child : nil
  }

  /// As C takes them, to be freed.
  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// What a shell ends with when there is no such command.
  private static let notFound: Int32 = 127
}
