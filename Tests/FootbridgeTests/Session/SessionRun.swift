import Foundation
import Storage
import Testing

/// Plays a session: runs its commands one after the other, the program's for real.
actor SessionRun {
  struct UnknownCommand: Error { let text: String }
  /// Such a transcript is not written down either.
  struct SaysSecret: Error { let command: String }

  private let stage: Stage
  private let names: Names
  private let leaks: Leaks
  private let port: HeldPort?
  private var directory: String?
  private var locks: [HeldLock] = []
  private var open: TypedSession?

  init(_ session: Session) async throws {
    let kind = session.setting("clouds").flatMap(Stage.Clouds.init) ?? .none
    stage = try await Stage(
      kind, seed: SessionRun.seed(session.name),
      change: { practice in
        session.setting("webhook-calls").flatMap { Int($0) }
          .map { practice.blynk.webhookCallsPerMinute = $0 }
      })
    port = session.setting("port") == "taken" ? try HeldPort() : nil
    names = Names(stage, port: port?.number)
    let mine = session.setting("secret").map { [(name: "the session's secret", value: $0)] } ?? []
    let start = stage.clouds?.start
    leaks = Leaks(
      of: mine
        + (start.map { [("access token", $0.accessToken), ("AuthToken", $0.authToken)] } ?? []))
  }

  /// What the session says when it is played now.
  func play(_ session: Session) async throws -> [Session.Part] {
    var parts: [Session.Part] = []
    for part in session.parts {
      guard case .command(var command) = part else {
        parts.append(part)
        continue
      }
      command.output = try await output(of: command)
      parts.append(.command(command))
    }
    try leaks.expectNone(inHome: stage.home)
    await stage.end()
    return parts
  }

  private func output(of command: Session.Command) async throws -> [String] {
    let words = ShellWords.of(names.fill(command.text))
    let (text, ending) = try await perform(words, command.input.map(names.fill))
    guard leaks.found(in: Data(text.utf8)).isEmpty else { throw SaysSecret(command: command.text) }
    if words.contains("--json"), words.contains("test") {
      try TripObject.expect(TripObject.count(words), in: text)
    }
    var lines = names.name(text).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() } else { lines.append("(no end of line)") }
    return lines.map(String.init) + [ending]
  }

  /// - Returns: what it said, and how it ended.
  private func perform(_ words: [String], _ input: [String]) async throws -> (String, String) {
    let variables = words.prefix { $0.contains(/^[A-Z_]+=/) }
    let rest = Array(words.dropFirst(variables.count))
    guard let name = rest.first else { throw UnknownCommand(text: words.joined(separator: " ")) }
    let arguments = Array(rest.dropFirst())
    if name == "footbridge" || name.hasPrefix("/") {
      let (text, ending) = try await PipedProgram.run(
        program(name, arguments, Array(variables)))
      return (text, "\(ending)")
    }
    if name.hasSuffix("terminal"), let window = arguments.first.flatMap(Screen.Window.init) {
      let call = try program("footbridge", Array(arguments.dropFirst(2)), Array(variables))
      return try await atTerminal(name, TypedSession(call, window), input)
    }
    if name == "first-terminal", let left = open { return try await left.leave(after: input) }
    if let said = try await clouds(name, arguments) { return said }
    if name == "copy-program" { return try await copyProgram(to: arguments[0]) }
    return try files(name, arguments, input)
  }

  /// A walk at a terminal, to its end; or, where another is to begin meanwhile, to a question.
  private func atTerminal(
    _ name: String, _ session: TypedSession, _ input: [String]
  ) async throws -> (String, String) {
    guard name == "first-terminal" else { return try await session.leave(after: input) }
    open = session
    return (try await session.type(input) + "\n", "[asks]")
  }

  private func program(
    _ name: String, _ arguments: [String], _ variables: [String]
  ) throws -> ProgramCall {
    let pairs = variables.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    var call = try stage.call(
      arguments,
      variables: Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0.count > 1 ? $0[1] : "") }))
    if name != "footbridge" { call.path = name }
    call.directory = directory ?? call.directory
    return call
  }

  /// By a program of its own: were the copy open here, another child could inherit it, and no file
  /// is run while somebody may write to it.
  private func copyProgram(to path: String) async throws -> (String, String) {
    var call = try stage.call([BuiltProgram.path(), path])
    call.path = "/bin/cp"
    let (text, ending) = try await PipedProgram.run(call)
    return (text, "\(ending)")
  }

  private func clouds(_ name: String, _ arguments: [String]) async throws -> (String, String)? {
    switch (name, arguments.first) {
    case ("stop-clouds", nil):
      await stage.end()
      return ("", "[0]")
    case ("particle", "DELETE"):
      return ("\(try await stage.deleteIntegrations()) deleted\n", "[0]")
    case ("admin", let path?):
      let body = arguments.dropFirst().first { $0.hasPrefix("{") }
      let part = arguments.dropFirst().first { !$0.hasPrefix("{") }
      let (status, json) = try await stage.admin(path, body)
      return ("\(part.map(json.at) ?? json)\n", "[\(status)]")
    default: return nil
    }
  }

  private func files(
    _ name: String, _ arguments: [String], _ input: [String]
  ) throws -> (String, String) {
    switch (name, arguments.count) {
    case ("cd", 1): directory = arguments[0]
    case ("cat", 1): return (try String(contentsOfFile: arguments[0], encoding: .utf8), "[0]")
    case ("ls", 1): return (try list(arguments[0]), "[0]")
    case ("mkdir", 1):
      try FileManager.default.createDirectory(
        atPath: arguments[0], withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    case ("write", 1):
      let text = input.joined(separator: "\n") + "\n"
      try text.write(toFile: arguments[0], atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: arguments[0])
    case ("recording", 1):
      try FileManager.default.copyItem(
        at: Session.checkout.appendingPathComponent("Recordings/\(arguments[0])"),
        to: URL(fileURLWithPath: stage.scratch.file(arguments[0])))
    case ("patch", 3): try patch(arguments[0], arguments[1], arguments[2])
    case ("log-event", 2):
      try LogStore(home: StateDirectory(path: stage.home)).append(
        arguments[1], to: arguments[0], at: Date(timeIntervalSince1970: 1))
    case ("hold", 1): locks.append(try HeldLock(file: "\(stage.home)/\(arguments[0]).lock"))
    default: throw UnknownCommand(text: "\(name) \(arguments)")
    }
    return ("", "[0]")
  }

  private func list(_ directory: String) throws -> String {
    try Scratch.entries(of: directory).map { entry in
      "\(String(entry.mode, radix: 8)) \(entry.path)\(entry.isFolder ? "/" : "")\n"
    }.joined()
  }

  /// Changes bytes of a file in place, as many as before.
  private func patch(_ file: String, _ old: String, _ new: String) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: file))
    let place = try #require(data.range(of: Data(old.utf8)), "\(old) is not in \(file)")
    data.replaceSubrange(place, with: Data(new.utf8))
    try data.write(to: URL(fileURLWithPath: file))
  }

  /// The same for the same name, in every run (FNV-1a).
  private static func seed(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
