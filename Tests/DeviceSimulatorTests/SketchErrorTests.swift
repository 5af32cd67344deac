import Core
import Testing

@testable import DeviceSimulator

struct SketchErrorTests {
  @Test("each error has a title and something to do next")
  func words() {
    let errors: [SketchError] = [
      .noFreeCopy(limit: 128), .noCompiler(names: ["c++", "g++"]),
      .compileFailed(messages: "a.ino:1:1: error: no"), .compileTimedOut(limit: .seconds(120)),
      .sketchUnfit(reason: "there is no .ino or .cpp file"),
      .hostFailed(act: "making a folder in /tmp", reason: "No space left on device"),
      .wrongPlatform(made: 6, device: 13),
    ]
    #expect(Set(errors.map(\.problem.title)).count == errors.count - 2)
    for error in errors {
      #expect(!error.problem.title.isEmpty && !error.problem.next.isEmpty)
    }
  }
}
