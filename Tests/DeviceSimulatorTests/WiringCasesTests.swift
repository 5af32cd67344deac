import Foundation
import Testing

@testable import DeviceSimulator

/// The stand-in beside Device OS: the same expressions, and what the real sources of 6.1.1 answered
/// on the board's processor.
struct WiringCasesTests {
  /// A difference that is argued.
  private struct Difference {
    var name: String
    var isOfWideLongOnly: Bool
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Wiring")

  /// Bytes are letters of one byte each here: some answers are no UTF-8.
  private static func lines(_ name: String) throws -> [String] {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .isoLatin1)
    return text.split(separator: "\n").map(String.init)
  }

  private static func differences() throws -> [Difference] {
    try lines("differences.tsv").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      try #require(parts.count == 3 && !parts[2].isEmpty && ["all", "64"].contains(parts[1]))
      return Difference(name: String(parts[0]), isOfWideLongOnly: parts[1] == "64")
    }
  }

  @Test("10,904 values are those of Device OS 6.1.1, but for the few that a table argues")
  func values() async throws {
    let expected = try WiringCasesTests.lines("device-os-6.1.1.tsv")
    #expect(expected.count == 10_904)
    let (answers, longBytes) = try await WiringCasesTests.answers()
    try #require(answers.count == expected.count)
    let argued = try WiringCasesTests.differences()
      .filter { longBytes == 8 || !$0.isOfWideLongOnly }.map(\.name)
    let different = zip(answers, expected).filter { $0 != $1 }
    let names = different.map { String($0.1.prefix { $0 != "\t" }) }
    for (index, name) in names.enumerated() where !argued.contains(name) {
      Issue.record("here \(different[index].0), on a device \(different[index].1)")
    }
    #expect(argued.filter { !names.contains($0) } == [], "no difference any more")
  }

  /// What the stand-in answers, compiled as a sketch is, and how large its `long` is.
  private static func answers() async throws -> (lines: [String], longBytes: Int) {
    let temporary = try PrivateFolder(inside: "/tmp")
    defer { temporary.remove() }
    for file in HostSketch.standIn { try temporary.write(Array(file.text.utf8), to: file.path) }
    let main = """
      #define HAVE_TIME
      #include "Particle.h"
      #include "cases.inc"
      void setup() {}
      void loop() {}
      int main() {
        cases();
        ::printf("%d\\n", int(sizeof(long)));
      }
      """
    try temporary.write(Array(main.utf8), to: "main.cpp")
    let cases = try Data(contentsOf: folder.appending(path: "cases.inc"))
    try temporary.write(Array(cases), to: "cases.inc")
    let flags = ["-std=gnu++17", "-w", "-I", "."] + HostBuild.board(standInFolder: ".")
    // The main program of a sketch would be one too many.
    try await run(temporary, flags + ["-Dmain=unused", "-c", "program.cpp", "-o", "standin.o"])
    try await run(temporary, flags + ["main.cpp", "standin.o", "-pthread", "-o", "cases"])
    let output = try await run(temporary, [], program: "\(temporary.path)/cases")
    let lines = output.split(separator: "\n").map(String.init)
    return (lines.dropLast(), Int(lines.last ?? "") ?? 0)
  }

  @discardableResult
  private static func run(
    _ folder: PrivateFolder, _ arguments: [String], program: String? = nil
  ) async throws -> String {
    let compiler = try #require(ForeignBench.compiler.compilerPath)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let outcome = try await CompilerCall(
      path: program ?? compiler, arguments: arguments, environment: ["PATH": path],
      folder: folder.path, outputBytes: 1 << 20,
      confinement: ForeignBench.compiler.confinement
    ).run()
    let text = try #require(String(bytes: outcome.output, encoding: .isoLatin1))
    try #require(outcome.succeeded, "\(text)")
    return text
  }
}
