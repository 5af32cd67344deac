import Foundation
import Testing

/// Tokens stand in the secrets file and nowhere else, whatever is asked for.
@Suite("Secrets")
struct SecretsTests {
  @Test("no command says a token, with -v neither; firmware in a pipe alone does")
  func verbose() async throws {
    let stage = try await Stage(.fresh, seed: 31)
    var said = try await stage.run("setup", "demo", "--answers", stage.answers, "-v").text
    for command in [["test", "demo", "-v"], ["doctor", "demo", "-v"], ["status"], ["history"]] {
      let flags = command.contains("demo") ? stage.cloudFlags : []
      said += try await PipedProgram.run(stage.call(command + flags)).text
    }
    _ = try await stage.admin("/fault", #"{"name":"blynk-bad-token","on":true}"#)
    said += try await stage.run("test", "demo", "-v").text
    said += try await stage.run("firmware", "demo", "--flash", "-v").text
    #expect(said.contains("$PARTICLE_ACCESS_TOKEN") && said.contains("$BLYNK_AUTH_TOKEN"))
    #expect(stage.leaks.found(in: Data(said.utf8)).isEmpty)
    let sketch = try await PipedProgram.run(stage.call(["firmware", "demo"])).text
    #expect(stage.leaks.found(in: Data(sketch.utf8)) == ["AuthToken"])
    try stage.leaks.expectNone(inHome: stage.home)
    await stage.end()
  }

  @Test("the search finds a secret in each of its disguises")
  func search() throws {
    let secret = "a+b/c\"d-0123456789"
    let leaks = Leaks(of: [("it", secret)])
    let json = try JSONEncoder().encode(["x": secret])
    let percent = Data("t=a%2Bb%2Fc%22d%2D0123456789&".utf8)
    let encoded = ["", "x", "xy"].map { Data(Data(($0 + secret).utf8).base64EncodedString().utf8) }
    for data in [Data("<\(secret)>".utf8), json, percent] + encoded {
      #expect(leaks.found(in: data) == ["it"], "\(String(decoding: data, as: UTF8.self))")
    }
    #expect(leaks.found(in: Data("a+b/c".utf8)).isEmpty)
  }

  @Test("every file is for its owner alone, and a home that others could read is closed")
  func modes() async throws {
    let stage = try await Stage(.none, seed: 32)
    try FileManager.default.createDirectory(
      atPath: stage.home, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    _ = try await PipedProgram.run(stage.call(["setup", "demo"]))
    let attributes = try FileManager.default.attributesOfItem(atPath: stage.home)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    try stage.leaks.expectNone(inHome: stage.home)
  }

  @Test(
    "a home that is not writable: 2, and the place is named",
    .enabled("nothing is closed to root") { geteuid() != 0 })
  func closed() async throws {
    let stage = try await Stage(.none, seed: 33)
    try FileManager.default.createDirectory(
      atPath: stage.scratch.file("closed"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o500])
    let home = stage.scratch.file("closed/home")
    let (said, ending) = try await PipedProgram.run(
      stage.call(["setup", "demo", "--home", home]))
    #expect(ending == .code(2))
    #expect(said.contains("I CANNOT WRITE TO THE STATE DIRECTORY") && said.contains(home))
  }
}
