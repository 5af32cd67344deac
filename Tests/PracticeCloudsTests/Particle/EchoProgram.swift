import DeviceSimulator

@testable import PracticeClouds

/// A program whose function publishes its argument and returns its length.
enum EchoProgram {
  static let source = "// echo"

  static let files = [SketchFile(path: "main.ino", text: source)]

  static let compile: HostCompilation.Compiler = { files, _ in
    guard let program = files.first(where: { $0.text.hasPrefix("// echo") }) else {
      return .failed(errors: ["main.ino:1:1: error: no echo"])
    }
    let bytes = Array("binary of \(program.text)".utf8)
    return .built(
      HostCompilation.Build(bytes: bytes, sizeInfo: "   text\t   data\n") { _ in start() })
  }

  private static func start() -> RunningSketch {
    let (events, line) = AsyncStream.makeStream(of: RunningSketch.Event.self)
    return RunningSketch(
      functions: { ["echo", "deaf"] },
      variables: {
        [.init(name: "temperature", type: "double"), .init(name: "label", type: "string")]
      },
      call: { function, argument in
        guard function == "echo" else { return nil }
        line.yield(RunningSketch.Event(name: "echo", data: argument))
        return argument.utf8.count
      },
      read: { $0 == "temperature" ? .number(46.5) : .string("desk") },
      connect: { online in
        if online { line.yield(RunningSketch.Event(name: "hello", data: nil)) }
      },
      events: events, stop: { line.finish() })
  }
}
