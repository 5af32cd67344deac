import Foundation
import Ground
import Testing

@testable import Logbook

@Suite struct SecretsFileTests {
  let scratch = Scratch()
  let token = Secret("0123456789abcdef0123456789abcdef01234567", name: "particle.access_token")

  @Test("a secret comes back by setup and name, and another setup does not see it")
  func kept() throws {
    try scratch.home.prepare()
    let file = SecretsFile(home: scratch.home)
    try file.keep(token, for: "demo")
    #expect(try file.secrets(of: "demo") == ["particle.access_token": token])
    #expect(try file.secrets(of: "other").isEmpty)
  }

  @Test("the file is 0600, also when it was wider before")
  func mode() throws {
    try scratch.home.prepare()
    let file = SecretsFile(home: scratch.home)
    try file.keep(token, for: "demo")
    chmod(file.path, 0o644)
    try file.keep(token, for: "other")
    #expect(try scratch.mode(file.path) == 0o600)
  }

  @Test("forgetting takes one secret, or all of a setup")
  func forgotten() throws {
    try scratch.home.prepare()
    let file = SecretsFile(home: scratch.home)
    let other = Secret("abcdefghijabcdefghijabcdefghij12", name: "blynk.auth_token")
    try file.keep(token, for: "demo")
    try file.keep(other, for: "demo")
    try file.forget("particle.access_token", of: "demo")
    #expect(try file.secrets(of: "demo") == ["blynk.auth_token": other])
    try file.forget(of: "demo")
    #expect(try file.secrets(of: "demo").isEmpty)
  }

  @Test("a damaged file is named, never overwritten")
  func damaged() throws {
    try scratch.home.prepare()
    let file = SecretsFile(home: scratch.home)
    try Data("half".utf8).write(to: URL(fileURLWithPath: file.path))
    #expect(throws: LogbookError.self) { try file.keep(token, for: "demo") }
    #expect(FileManager.default.contents(atPath: file.path) == Data("half".utf8))
  }
}
