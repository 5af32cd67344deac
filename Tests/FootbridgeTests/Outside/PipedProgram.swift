#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program with pipes for its three descriptors: nothing comes in, and what it says and what it
/// complains come out of one pipe, in their own order.
struct PipedProgram {
  let child: ChildProcess
  let output: AsyncStream<[UInt8]>

  init(_ program: ProgramCall) throws {
    let input = try PipedProgram.openPipe()
    let output = try PipedProgram.openPipe()
    close(input.write)
    defer {
      close(input.read)
      close(output.write)
    }
    self.output = Outflow.pieces(of: output.read)
    child = try ChildProcess(program) { openings in
      openings.give(input.read, as: 0)
      openings.give(output.write, as: 1)
      openings.give(output.write, as: 2)
    }
  }

  /// Runs it to its end.
  static func run(_ program: ProgramCall) async throws -> (
    text: String, ending: ChildProcess.Ending
  ) {
    let running = try PipedProgram(program)
    var bytes: [UInt8] = []
    for await piece in running.output { bytes += piece }
    let ending = await running.child.ending()
    return (String(decoding: bytes, as: UTF8.self), ending)
  }

  private static func openPipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ChildProcess.Failure("make a pipe", errno) }
    return (ends[0], ends[1])
  }
}
