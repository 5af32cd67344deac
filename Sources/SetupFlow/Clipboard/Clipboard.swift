import Core
import Foundation

/// Puts texts on the clipboard, one after the other. A secret goes to a program by its input, and
/// to a terminal within its sequence; never into arguments, an environment or a page.
struct Clipboard: Sendable {
  enum Outcome: Sendable, Equatable {
    case put
    /// Sent; whether the terminal took it, it does not say.
    case sent
    /// The program failed, or did not end in time.
    case refused
  }

  /// What a pipe takes without a reader is more.
  static let limitBytes = 32_768
  /// How long a program is waited for.
  static let timeout: Duration = .seconds(5)

  private let environment: [String: String]
  private let send: @Sendable (String) -> Void

  /// - Parameters:
  ///   - environment: of the programs; without tokens.
  ///   - send: writes to the terminal, byte for byte.
  init(environment: [String: String], send: @escaping @Sendable (String) -> Void) {
    self.environment = environment
    self.send = send
  }

  func put(_ text: MaskedText, by way: ClipboardMethod) async -> Outcome {
    let bytes = Array(text.open().utf8)
    guard bytes.count <= Clipboard.limitBytes else { return .refused }
    switch way {
    case .terminal(let multiplexer):
      send(ClipboardSequence.text(bytes, through: multiplexer))
      return .sent
    case .program(let path, let arguments):
      return await run(path, arguments, reading: bytes) ? .put : .refused
    }
  }

  /// Whether the program took the text and ended well. Some stay behind to hand the text out; they
  /// have no hold on our own output.
  private func run(_ path: String, _ arguments: [String], reading bytes: [UInt8]) async -> Bool {
    let (program, input) = (Process(), Pipe())
    program.executableURL = URL(fileURLWithPath: path)
    program.arguments = arguments
    program.environment = environment
    program.standardInput = input
    program.standardOutput = FileHandle.nullDevice
    program.standardError = FileHandle.nullDevice
    let (ends, end) = AsyncStream<Int32>.makeStream()
    program.terminationHandler = { program in
      end.yield(program.terminationStatus)
      end.finish()
    }
    do { try program.run() } catch { return false }
    // One that takes no input says so by how it ends.
    try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try? input.fileHandleForWriting.close()
    // The limit of the wait, not a poll: cancelled as soon as the program has ended.
    let watch = Task {
      try await Task.sleep(for: Clipboard.timeout)
      end.yield(-1)
      end.finish()
    }
    defer { watch.cancel() }
    let status = await ends.first { _ in true } ?? -1
    if status == -1, program.isRunning { program.terminate() }
    return status == 0
  }
}
