import Foundation
import Testing

/// Reading a logbook while another process writes to it.
@Suite("Reading while a setup is walked")
struct ReadersTests {
  @Test("status reads at any moment, and takes no half-written log for damage")
  func status() async throws {
    let stage = try await Stage(.fresh, seed: 51)
    let writer = try PipedProgram(
      stage.call(["setup", "demo", "--answers", stage.answers] + stage.cloudFlags))
    let looks = Task {
      var looks = 0
      while !Task.isCancelled {
        let (said, ending) = try await PipedProgram.run(stage.call(["status", "--json"]))
        #expect(ending == .code(0), "\(said)")
        looks += 1
      }
      return looks
    }
    var said: [UInt8] = []
    for await piece in writer.output { said += piece }
    #expect(await writer.child.ending() == .code(0), "\(String(decoding: said, as: UTF8.self))")
    looks.cancel()
    #expect(try await looks.value > 0)
    #expect(try !Scratch.entries(of: stage.home).contains { $0.path.contains("damaged") })
    await stage.end()
  }
}
