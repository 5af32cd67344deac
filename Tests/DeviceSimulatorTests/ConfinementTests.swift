import Foundation
import Testing

@testable import DeviceSimulator

/// What a sketch and its compiler get to see of this machine.
struct ConfinementTests {
  private static let hasCompiler = ForeignBench.compiler.compilerPath != nil

  private static let spy = """
    #include <errno.h>
    #include <fcntl.h>
    #include <signal.h>
    #include <sys/socket.h>
    int canRead(String path) { return open(path.c_str(), O_RDONLY) >= 0; }
    int canWrite(String path) { return open(path.c_str(), O_WRONLY | O_CREAT, 0600) >= 0; }
    int canTalk(String) { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }
    int canFork(String) { int child = fork(); if (child == 0) _exit(0); return child > 0; }
    int canKill(String) { return kill(getppid(), 0) == 0; }
    void setup() {
      Particle.function("read", canRead);
      Particle.function("write", canWrite);
      Particle.function("talk", canTalk);
      Particle.function("fork", canFork);
      Particle.function("kill", canKill);
    }
    void loop() {}
    """

  /// All ways together, and each that hides files by itself with the filter of calls.
  private static let layers: [Int32] = [7, 1 | 4, 2 | 4]

  private static func compiler(_ layers: Int32) -> HostCompiler {
    var compiler = ForeignBench.compiler
    compiler.confinement.layers = layers
    return compiler
  }

  @Test(
    "a sketch sees no file of the person's, no network and no other process",
    .enabled(if: hasCompiler), arguments: layers)
  func sketch(layers: Int32) async throws {
    let compiler = Self.compiler(layers)
    let held = compiler.confinement.held
    let program = try await compiler.compile(
      [SketchFile(path: "spy.ino", text: Self.spy)], platformID: 13)
    let bench = try PracticeBench()
    try await bench.device.flash(program)
    await bench.device.goOnline()
    let folder = try PrivateFolder(inside: "/tmp")
    defer { folder.remove() }
    try folder.write([65], to: "secret")
    if held.hidesFiles {
      for path in ["\(folder.path)/secret", "/etc/passwd", "/proc/self/environ", "/dev/zero"] {
        #expect(await bench.device.call("read", path) == .returned(0), "\(path)")
      }
      #expect(await bench.device.call("write", "\(folder.path)/secret") == .returned(0))
    }
    if held.hasNoNetwork { #expect(await bench.device.call("talk", "") == .returned(0)) }
    if held.isAlone {
      #expect(await bench.device.call("fork", "") == .returned(0))
      #expect(await bench.device.call("kill", "") == .returned(0))
    }
  }

  @Test(
    "a compiler shows nothing of a file outside the project", .enabled(if: hasCompiler),
    arguments: layers)
  func include(layers: Int32) async throws {
    let compiler = Self.compiler(layers)
    try #require(compiler.confinement.held.hidesFiles)
    let folder = try PrivateFolder(inside: "/tmp")
    defer { folder.remove() }
    try folder.write(Array("a_secret_word;\n".utf8), to: "secret.h")
    let texts = [
      "#include \"\(folder.path)/secret.h\"",
      "#include \"../\(folder.path.dropFirst(5))/secret.h\"",
      "asm(\".incbin \\\"\(folder.path)/secret.h\\\"\");", "#include \"/dev/zero\"",
      "#include \"/etc/passwd\"",
    ]
    for text in texts {
      let error = await #expect(throws: SketchError.self) {
        try await compiler.compile(
          [SketchFile(path: "a.ino", text: "\(text)\nvoid setup() {}\nvoid loop() {}\n")],
          platformID: 13)
      }
      guard case .compileFailed(let messages) = error else {
        Issue.record("\(text): \(String(describing: error))")
        continue
      }
      #expect(!messages.contains("a_secret_word") && !messages.contains("root:"), "\(messages)")
    }
  }

  @Test("what is bound by no wall is bound by limits", .enabled(if: hasCompiler))
  func limits() async throws {
    await #expect(throws: SketchError.self) {
      try await Self.compiler(0).compile(
        [
          SketchFile(
            path: "a.ino",
            text: "char big[100000000] = {1};\nvoid setup() {}\nvoid loop() {}\n")
        ], platformID: 13)
    }
  }

  @Test("where the system has none of the ways, sketches still run")
  func bare() async throws {
    try #require(Self.hasCompiler)
    let program = try await Self.compiler(0).compile(
      [SketchFile(path: "spy.ino", text: Self.spy)], platformID: 13)
    let bench = try PracticeBench()
    try await bench.device.flash(program)
    await bench.device.goOnline()
    #expect(await bench.device.call("read", "/etc/passwd") == .returned(1))
  }

  @Test("a compiler is shown with the links to it and the folder it is in, never all of a home")
  func places() throws {
    let home = try PrivateFolder(inside: "/tmp")
    defer { home.remove() }
    try home.write([], to: "tools/gcc/bin/c++")
    try home.write([], to: "bin/own")
    let link = "\(home.path)/bin/c++"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "../tools/gcc/bin/c++")
    func readable(_ path: String) -> [String] {
      Confinement(compilerPath: path, home: home.path).readable.filter { $0.hasPrefix("/tmp") }
    }
    #expect(readable(link) == [link, "\(home.path)/bin/../tools/gcc"])
    #expect(readable("\(home.path)/bin/own") == ["\(home.path)/bin"])
    let usual = Confinement(compilerPath: "/usr/bin/c++").readable
    #expect(Set(usual) == Set(Confinement().readable))
  }

  @Test("what a killed process left behind is taken away, what is in use is not")
  func leftovers() throws {
    let parent = try PrivateFolder(inside: "/tmp")
    defer { parent.remove() }
    let used = try PrivateFolder(inside: parent.path)
    var killed: PrivateFolder? = try PrivateFolder(inside: parent.path)
    try killed?.write([1], to: "src/a.ino")
    let left = try #require(killed?.path)
    killed = nil
    try parent.makeFolder("footbridge-sketch-young")
    try FileManager.default.createSymbolicLink(
      atPath: "\(parent.path)/footbridge-sketch-link", withDestinationPath: used.path)
    PrivateFolder.removeLeftovers(inside: parent.path)
    let names = try FileManager.default.contentsOfDirectory(atPath: parent.path)
    #expect(!names.contains { left.hasSuffix($0) })
    #expect(names.contains { used.path.hasSuffix($0) })
    #expect(names.contains("footbridge-sketch-young") && names.contains("footbridge-sketch-link"))
  }
}
