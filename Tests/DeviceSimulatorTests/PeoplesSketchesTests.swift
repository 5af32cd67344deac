import Foundation
import Testing

@testable import DeviceSimulator

/// Sketches as people write them. What each of them is to do stands at its top, behind `//>`.
struct PeoplesSketchesTests {
  /// A line of what is expected.
  private enum Step {
    case event(name: String, data: String)
    case pass(Int)
    case call(String, argument: String, result: Int32)
    case hear(name: String, data: String)
    case variable(String, text: String)
    case lacks(String)

    init?(_ line: Substring) {
      let words = line.dropFirst(4).split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count > 1 else { return nil }
      let rest = words.count > 2 ? words[2] : ""
      let halves = rest.components(separatedBy: "= ")
      let before = (halves.first ?? "").trimmingCharacters(in: .whitespaces)
      let after = halves.last ?? ""
      switch words[0] {
      case "event": self = .event(name: words[1], data: rest)
      case "pass": self = .pass(Int(words[1]) ?? 0)
      case "call": self = .call(words[1], argument: before, result: Int32(after) ?? .min)
      case "hear": self = .hear(name: words[1], data: rest)
      case "variable": self = .variable(words[1], text: after)
      case "lacks": self = .lacks(words.dropFirst().joined(separator: " "))
      default: return nil
      }
    }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Sketches")

  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test("there are thirty of them")
  func thirty() { #expect(PeoplesSketchesTests.names.count == 30) }

  @Test(
    "it runs as its first lines say, or is told what is lacking", .serialized,
    arguments: PeoplesSketchesTests.names)
  func runs(name: String) async throws {
    let file = PeoplesSketchesTests.folder.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("//> ") }
    let steps = lines.compactMap(Step.init)
    try #require(!steps.isEmpty && steps.count == lines.count)
    let lacking = steps.compactMap { if case .lacks(let part) = $0 { part } else { nil } }
    guard lacking.isEmpty else { return await lacks(lacking, text) }
    let bench = try await ForeignBench.running(text)
    var events = bench.events()
    for step in steps { try await take(step, bench, &events) }
    #expect(events + bench.events() == [], "more than was expected")
  }

  private func take(
    _ step: Step, _ bench: PracticeBench, _ events: inout [DevicePublish]
  ) async throws {
    switch step {
    case .pass(let milliseconds):
      await bench.pass(.milliseconds(milliseconds))
    case .event(let name, let data):
      events += bench.events()
      try #require(!events.isEmpty, "no event, where \(name) was expected")
      #expect(events.removeFirst() == DevicePublish(name: name, data: data))
    case .call(let name, let argument, let result):
      #expect(await bench.device.call(name, argument) == .returned(result))
    case .hear(let name, let data): await bench.device.receive(name: name, data: data)
    case .variable(let name, let text):
      let value = await bench.device.variable(name)
      #expect(value.map(PeoplesSketchesTests.text) == text)
    case .lacks: break
    }
  }

  private static func text(_ value: SketchVariable) -> String {
    switch value {
    case .int(let number): "int \(number)"
    case .double(let number): "double \(number)"
    case .bool(let truth): "bool \(truth)"
    case .string(let text): "string \(text)"
    }
  }

  private func lacks(_ parts: [String], _ text: String) async {
    let error = await #expect(throws: SketchError.self) { try await ForeignBench.program(text) }
    guard case .compileFailed(let messages) = error else {
      Issue.record("it compiled, or failed otherwise: \(String(describing: error))")
      return
    }
    for part in parts { #expect(messages.contains("the practice device does not have \(part)")) }
    #expect(error?.problem.title == "The practice device lacks what this sketch uses")
  }
}
