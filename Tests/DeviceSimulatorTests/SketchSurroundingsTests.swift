import Foundation
import Testing

@testable import DeviceSimulator

/// What the compiler and a sketch of somebody's own are given of the environment: none of its
/// tokens.
struct SketchSurroundingsTests {
  @Test("the compiler gets its path, its folder and its language, and no more")
  func compiler() async throws {
    let folder = try PrivateFolder(inside: "/tmp")
    defer { folder.remove() }
    let script = "#!/bin/sh\n{ echo \"$@\"; env; } >&2\nexit 1\n"
    #expect(
      FileManager.default.createFile(
        atPath: "\(folder.path)/c++", contents: Data(script.utf8),
        attributes: [.posixPermissions: 0o700]))
    let path = "\(folder.path):/usr/bin:/bin"
    let error = await #expect(throws: SketchError.self) {
      try await HostCompiler(
        environment: ["PATH": path, "TMPDIR": folder.path, "BLYNK_AUTH_TOKEN": "canary"]
      ).compile([SketchFile(path: "a.ino", text: "void setup() {} void loop() {}")], platformID: 13)
    }
    guard case .compileFailed(let said)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    // `PWD` and the like are the shell's own.
    let names = Set(said.matches(of: /(?m)^(\w+)=/).map { String($0.1) })
    #expect(names.subtracting(["PWD", "OLDPWD", "SHLVL", "_"]) == ["PATH", "TMPDIR", "LC_ALL"])
    #expect(said.contains("-o ") && !said.contains("canary"))
  }

  @Test("a sketch gets no environment and no argument")
  func sketch() async throws {
    let bench = try await ForeignBench.running(
      """
      #include <fstream>
      #include <sstream>
      #include <unistd.h>
      String all(const char *name) {
        std::ifstream file(name);
        std::stringstream text;
        text << file.rdbuf();
        return String(text.str().c_str());
      }
      void setup() {
        Particle.variable("arguments", [] { return all("/proc/self/cmdline"); });
        Particle.variable("environment", [] {
          String text;
          for (char **entry = environ; entry && *entry; ++entry) { text += *entry; }
          return text + all("/proc/self/environ");
        });
      }
      void loop() {}
      """)
    let arguments = await bench.device.variable("arguments")
    // Where it is confined it sees not even that.
    #expect([.string("sketch"), .string("")].contains(arguments))
    let environment = await bench.device.variable("environment")
    #expect(environment == .string(""))
  }
}
