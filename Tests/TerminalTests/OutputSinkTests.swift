import Dispatch
import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Sinks")
struct OutputSinkTests {
  private func pipeEnds() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    return (ends[0], ends[1])
  }

  @Test("a descriptor gets the text in one piece")
  func whole() {
    let ends = pipeEnds()
    defer { close(ends.read) }
    #expect(OutputSink.descriptor(ends.write).write("grüße\n") == nil)
    close(ends.write)
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = read(ends.read, &buffer, buffer.count)
    #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "grüße\n")
  }

  @Test("a reader that has gone is told, and does not end the process")
  func gone() {
    TerminalOutput.prepareProcess()
    let ends = pipeEnds()
    close(ends.read)
    defer { close(ends.write) }
    #expect(OutputSink.descriptor(ends.write).write("x") == .readerGone)
  }

  @Test("a closed descriptor is refused with the system's number")
  func closed() {
    #expect(OutputSink.descriptor(-1).write("x") == .refused(errno: EBADF))
  }

  @Test("a non-blocking descriptor that is full is waited for until its reader goes on")
  func full() async {
    let ends = pipeEnds()
    defer { close(ends.read) }
    _ = fcntl(ends.write, F_SETFL, O_NONBLOCK)
    let text = String(repeating: "0123456789", count: 30_000)
    async let written = withCheckedContinuation { done in
      DispatchQueue(label: "writer").async {
        let failure = OutputSink.descriptor(ends.write).write(text)
        close(ends.write)
        done.resume(returning: failure)
      }
    }
    let count = await withCheckedContinuation { done in
      DispatchQueue(label: "reader").async { done.resume(returning: drain(ends.read)) }
    }
    #expect(count == 300_000)
    #expect(await written == nil)
  }

  private func drain(_ descriptor: Int32) -> Int {
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 { total += count }
    return total
  }
}
