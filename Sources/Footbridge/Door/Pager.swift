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
    // Colours as they are, and the text stays on the screen afterwards.
    self.environment = ["LESS": "FRX"].merging(environment) { _, given in given }
  }

  /// Returns when the person has left the pager.
  /// - Returns: whether there is such a pager.
  func show(_ text: String) -> Bool {
    let input = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = environment
    process.standardInput = input
    do { try process.run() } catch { return false }
    // Ctrl-C is the pager's to take.
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    // One that is left early takes no more; that is no loss.
    try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus != Pager.notFound
  }

  /// What a shell ends with when there is no such command.
  private static let notFound: Int32 = 127
}
