@testable import Practice

/// A program whose function publishes its argument and returns its length.
enum EchoProgram {
  static let source = "// echo"

  static let compile: Compilation.Compiler = { source in
    guard source.hasPrefix("// echo") else { return .notYet }
    return .program(start: { _ in start() })
  }

  private static func start() -> RunningSketch {
    let (events, line) = AsyncStream.makeStream(of: RunningSketch.Event.self)
    return RunningSketch(
      functions: ["echo", "deaf"],
      variables: [
        .init(name: "temperature", type: "double"), .init(name: "label", type: "string"),
      ],
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
