import Core
import Firmware
import Foundation
import Testing

@testable import DeviceSimulator

/// Sketches that are really compiled, with the compiler of this machine.
struct HostCompilerTests {
  @Test("a sketch in plain Arduino style compiles, runs, and is called")
  func plain() async throws {
    let bench = try await ForeignBench.running(
      """
      int led = D7;
      int count = 5;

      void setup() {
        pinMode(led, OUTPUT);
        Particle.function("led", setLed);
        Particle.variable("count", count);
        Particle.publish("started", String(count), PRIVATE);
      }

      void loop() {
      }

      int setLed(String command) {
        count++;
        digitalWrite(led, command == "on" ? HIGH : LOW);
        return count;
      }
      """)
    #expect(bench.events() == [DevicePublish(name: "started", data: "5")])
    #expect(await bench.device.functions == ["led"])
    #expect(await bench.device.call("led", "on") == .returned(6))
    #expect(await bench.device.led == true)
    #expect(await bench.device.variable("count") == .int(6))
  }

  @Test("what the linker misses is said of the sketch's own file")
  func unlinked() async throws {
    let text = "int lamp();\nvoid setup() { lamp(); }\nvoid loop() {}\n"
    await #expect {
      _ = try await ForeignBench.compiler.compile(
        [SketchFile(path: "lamp.ino", text: text)], platformID: 32)
    } throws: { error in
      guard case .compileFailed(let messages)? = error as? SketchError else { return false }
      return messages.contains("lamp.ino") && messages.contains("lamp()")
        && !messages.contains(".made")
    }
  }

  @Test("a project of several files compiles: sketch, source, C, header, library")
  func project() async throws {
    let program = try await ForeignBench.compiler.compile(
      [
        SketchFile(
          path: "src/main.ino",
          text: """
            #include "parts.h"
            #include "Far.h"
            void setup() { Particle.function("sum", sum); }
            void loop() {}
            int sum(String) { return near() + far() + inC() + PLATFORM_ID; }
            """),
        SketchFile(path: "src/parts.h", text: "int near();\nextern \"C\" int inC(void);\n"),
        SketchFile(
          path: "src/parts.cpp", text: "#include \"Particle.h\"\nint near() { return 1000; }\n"),
        SketchFile(path: "src/old.c", text: "int inC(void) { int class = 200; return class; }\n"),
        SketchFile(path: "lib/Far/src/Far.h", text: "int far();\n"),
        SketchFile(path: "lib/Far/src/Far.cpp", text: "int far() { return 30000; }\n"),
        SketchFile(path: "README.md", text: "not a source"),
      ], platformID: 32)
    let bench = try PracticeBench(platformID: 32)
    try await bench.device.flash(program)
    await bench.device.goOnline()
    #expect(await bench.device.call("sum", "") == .returned(31232))
    #expect(program.sizeInfo.hasPrefix("   text\t   data\t    bss\t    dec\t    hex\tfilename\n"))
  }

  @Test("an error names the person's file and line, and nothing of this machine")
  func messages() async throws {
    let text = "void setup() {\n}\n\nvoid loop() {\n  int a = missing + 1;\n}\n"
    let error = await #expect(throws: SketchError.self) { try await ForeignBench.program(text) }
    guard case .compileFailed(let messages) = error else {
      Issue.record("it compiled, or failed otherwise: \(String(describing: error))")
      return
    }
    #expect(messages.contains("test.ino:5:11: error: "))
    #expect(messages.contains("missing"))
    #expect(!messages.contains("/tmp") && !messages.contains("footbridge-sketch"))
  }

  @Test(
    "what a device refuses to compile does not compile here",
    arguments: [
      ("void setup() {}", "loop"),
      ("float f; void setup() { Particle.variable(\"f\", f); } void loop() {}", "`double`"),
      (
        "int g(String) { return 0; } void setup() { Particle.function(\""
          + String(repeating: "n", count: 65) + "\", g); } void loop() {}", "64 characters or less"
      ),
      (HostCompilerTests.sketch("String s = String(\"v=\") + 5;"), "ambiguous"),
      (HostCompilerTests.sketch("String s = String(\"v=\") + true;"), "ambiguous"),
      (HostCompilerTests.sketch("String s; s += 1.5;"), "takes no float"),
      (HostCompilerTests.sketch("String s; if (s) loop();"), "no condition"),
      (HostCompilerTests.sketch("Particle.function(\"f\", [](String) { return 1; });"), "lambda"),
      (HostCompilerTests.sketch("static int64_t v; Particle.variable(\"v\", v);"), "64 bits"),
      ("#pragma PARTICLE_NO_PREPROCESSOR\nvoid setup() {} void loop() {}\nint a = HIGH;", "HIGH"),
    ])
  func refused(text: String, word: String) async throws {
    let error = await #expect(throws: SketchError.self) { try await ForeignBench.program(text) }
    guard case .compileFailed(let messages) = error else {
      Issue.record("it compiled, or failed otherwise: \(String(describing: error))")
      return
    }
    #expect(messages.contains(word))
  }

  private static func sketch(_ statement: String) -> String {
    "void setup() { \(statement) }\nvoid loop() {}\n"
  }

  @Test(
    "what the practice device lacks is said, and the sketch is not called wrong",
    arguments: [
      (HostCompilerTests.sketch("BLE.on();"), "BLE"), (HostCompilerTests.sketch("UDP udp;"), "UDP"),
      (HostCompilerTests.sketch("Particle.ledger(\"l\");"), "ledger of Particle"),
      ("#include \"DHT.h\"\n" + HostCompilerTests.sketch(""), "DHT.h"),
    ])
  func lacking(text: String, part: String) async throws {
    let error = await #expect(throws: SketchError.self) { try await ForeignBench.program(text) }
    guard case .compileFailed(let messages) = error else {
      Issue.record("it compiled, or failed otherwise: \(String(describing: error))")
      return
    }
    #expect(messages.contains("the practice device does not have \(part)"))
    #expect(error?.problem.title == "The practice device lacks what this sketch uses")
  }

  private static let token = "abcdefghijklmnopqrstuvwxyz-_0123"

  private static func ownSketch() throws -> String {
    try SketchSource(
      templateID: "TMPL4ej7--Xu_", templateName: "N",
      authToken: Secret(token, name: "blynk.auth_token")
    ).openedText()
  }

  @Test("where there is no compiler, our own sketch still passes, and any other says so")
  func noCompiler() async throws {
    let compiler = HostCompiler(environment: ["PATH": "/nowhere:relative"])
    #expect(compiler.compilerPath == nil)
    await #expect(throws: SketchError.noCompiler(names: ["c++", "g++", "clang++"])) {
      try await compiler.compile([SketchFile(path: "a.ino", text: "")], platformID: 13)
    }
    let own = try HostCompilerTests.ownSketch()
    let program = try await compiler.compile(
      [SketchFile(path: "a.ino", text: own)], platformID: 13)
    #expect(program.bytes == Array(own.utf8))
    let bench = try PracticeBench()
    try await bench.device.flash(program)
    #expect(await bench.device.functions == ["blynk_led"])
    #expect(await bench.device.flashed?.authToken == HostCompilerTests.token)
  }

  @Test("our own sketch compiled like any other is the same device, with the token of its text")
  func ownSketchCompiled() async throws {
    let own = try HostCompilerTests.ownSketch() + "\n// mine now\n"
    let bench = try await ForeignBench.running(own)
    #expect(await bench.device.flashed == nil)
    #expect(await bench.device.functions == ["blynk_led"])
    let report = PracticeBench.Report(t: HostCompilerTests.token, v14: 0, v15: 3.14159, v17: 0)
    #expect(try bench.reports() == [report])
    #expect(await bench.device.call("blynk_led", "1") == .returned(1))
    #expect(try bench.reports().map(\.v17) == [1])
    #expect(await bench.device.led == true)
  }

  @Test("a compiler that takes too long is ended, and says how long it had")
  func timeLimit() async throws {
    var limits = HostCompiler.Limits()
    limits.time = .milliseconds(1)
    let compiler = HostCompiler(
      environment: ProcessInfo.processInfo.environment, limits: limits)
    await #expect(throws: SketchError.compileTimedOut(limit: .milliseconds(1))) {
      try await compiler.compile(
        [SketchFile(path: "a.ino", text: "void setup() {} void loop() {}")], platformID: 13)
    }
  }

  @Test("of what the compiler prints no more than the limit is kept")
  func outputLimit() async throws {
    var limits = HostCompiler.Limits()
    limits.outputBytes = 100
    let compiler = HostCompiler(
      environment: ProcessInfo.processInfo.environment, limits: limits)
    let error = await #expect(throws: SketchError.self) {
      try await compiler.compile(
        [SketchFile(path: "a.ino", text: String(repeating: "x y z;\n", count: 5000))],
        platformID: 13)
    }
    guard case .compileFailed(let messages) = error else {
      Issue.record("it compiled, or failed otherwise: \(String(describing: error))")
      return
    }
    #expect(messages.utf8.count == 100)
  }

  @Test("nothing is left behind in the folder for temporary files")
  func leavesNothing() async throws {
    let folder = try PrivateFolder(inside: "/tmp")
    defer { folder.remove() }
    var environment = ProcessInfo.processInfo.environment
    environment["TMPDIR"] = folder.path
    let program = try await HostCompiler(environment: environment).compile(
      [SketchFile(path: "a.ino", text: "void setup() {} void loop() {}")], platformID: 13)
    let bench = try PracticeBench()
    try await bench.device.flash(program)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.filter { $0 != PrivateFolder.lockName } == [])
  }
}
