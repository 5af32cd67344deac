import Foundation
import Testing

/// Swift 6.3.1 with `-O` loses the first part of a tuple that a task's closure returns from inside
/// `do`, when a later part is awaited. So no tuple is put together around an `await`: what is
/// awaited gets a name first.
@Suite struct AwaitedTupleTests {
  @Test("no tuple awaits a later part, in sources and tests")
  func everywhere() {
    #expect(AwaitedTupleTests.files.count > 500)
    let found = AwaitedTupleTests.files.flatMap { path, text in
      AwaitedTuples.lines(of: text).map { "\(path):\($0)" }
    }
    #expect(found == [])
  }

  @Test(
    "the shape is found in all its forms",
    arguments: [
      "group.addTask { do { return (n, try await f(n)) } catch { return (n, -1) } }",
      "do throws(Odd) { return (index, .success(try await call.run())) } catch {}",
      "group.addTask { (index, try await act(item)) }",
      "Task { do { return (\n  first: n,\n  second: try await f(n)\n) } catch {} }",
      "async let pair = { (n, await f(n)) }()", "let pair = (n, (try? await f(n)) ?? -1)",
      "return .success((n, try await f(n)))", "return (a[0, 1], f(b, c), await g())",
      #"return (")", try await f())"#,
    ])
  func found(code: String) {
    #expect(AwaitedTuples.lines(of: code) == [1])
  }

  @Test(
    "what only looks like it is let be",
    arguments: [
      "let value = try await f(n)\nreturn (n, value)", "return f(n, try await g())",
      "return Row(n: n, half: try await f(n))", "return (try await f(n), n)",
      "for await (place, result) in group {}", "let act: (Int, Int) async -> Int",
      "return (n, 1) // await", #"return (n, "await")"#,
    ])
  func letBe(code: String) {
    #expect(AwaitedTuples.lines(of: code) == [])
  }

  private static let files: [(path: String, text: String)] = {
    let checkout = HouseTests.checkout
    let own = URL(fileURLWithPath: #filePath).lastPathComponent
    return ["Sources", "Tests"].flatMap { top in
      let names = FileManager.default.enumerator(atPath: "\(checkout)/\(top)")?.allObjects ?? []
      return names.compactMap { $0 as? String }
        .filter { $0.hasSuffix(".swift") && !$0.hasSuffix(own) }.sorted()
        .compactMap { name in
          (try? String(contentsOfFile: "\(checkout)/\(top)/\(name)", encoding: .utf8))
            .map { (path: "\(top)/\(name)", text: $0) }
        }
    }
  }()
}

/// Finds tuples with an `await` behind their first comma. It knows of Swift no more than brackets,
/// comments and plain strings.
private struct AwaitedTuples {
  private struct Bracket {
    let line: Int
    let isTuple: Bool
    var commas = 0
    var awaits = false
  }

  /// The lines on which such tuples begin.
  static func lines(of source: String) -> [Int] {
    guard source.contains("await") else { return [] }
    var scan = AwaitedTuples(text: Array(blanked(source).utf8))
    scan.run()
    return scan.found.sorted()
  }

  private let text: [UInt8]
  private var found: Set<Int> = []

  private init(text: [UInt8]) { self.text = text }

  private mutating func run() {
    var open: [Bracket] = []
    var line = 1
    for (place, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "("): open.append(Bracket(line: line, isTuple: !isCall(at: place)))
      case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(Bracket(line: line, isTuple: false))
      case UInt8(ascii: ","): if !open.isEmpty { open[open.count - 1].commas += 1 }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if let closed = open.popLast(), closed.awaits { found.insert(closed.line) }
      case UInt8(ascii: "a") where startsAwait(at: place):
        for index in open.indices where open[index].isTuple && open[index].commas > 0 {
          open[index].awaits = true
        }
      default: break
      }
    }
  }

  /// Whether a name, or what a call gave, stands right before.
  private func isCall(at place: Int) -> Bool {
    guard place > 0 else { return false }
    return isOfName(text[place - 1]) || ")]>?!`".utf8.contains(text[place - 1])
  }

  private func startsAwait(at place: Int) -> Bool {
    text[place...].starts(with: "await".utf8) && (place == 0 || !isOfName(text[place - 1]))
      && (place + 5 >= text.count || !isOfName(text[place + 5]))
  }

  private func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"): true
    default: false
    }
  }

  /// The source without comments and without what plain strings on one line say.
  private static func blanked(_ source: String) -> String {
    source.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard line.utf8.contains(where: { "\"/".utf8.contains($0) }) else { return String(line) }
      return String(line).replacing(/"([^"\\]|\\[^(])*"/, with: "\"\"")
        .replacing(/\/\/.*/, with: "")
    }.joined(separator: "\n")
  }
}
