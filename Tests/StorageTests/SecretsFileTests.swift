import Core
import Foundation
import Testing

@testable import Storage

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

  @Test("a damaged file is named and put aside, never overwritten")
  func damaged() throws {
    try scratch.home.prepare()
    let file = SecretsFile(home: scratch.home)
    try Data("half".utf8).write(to: URL(fileURLWithPath: file.path))
    let aside = "\(file.path).damaged-1"
    let error = LogbookError.damaged(
      file: file.path, reason: "it is not the JSON that Footbridge writes", aside: aside)
    #expect(throws: error) { try file.keep(token, for: "demo") }
    #expect(FileManager.default.contents(atPath: aside) == Data("half".utf8))
    try file.keep(token, for: "demo")
    #expect(try file.secrets(of: "demo") == ["particle.access_token": token])
  }

  @Test("a file that a newer Footbridge wrote is left as it is")
  func newer() throws {
    try scratch.home.prepare()
    let file = SecretsFile(home: scratch.home)
    let bytes = Data(#"{"setups":[],"v":2}"#.utf8)
    try bytes.write(to: URL(fileURLWithPath: file.path))
    let error = LogbookError.tooNew(file: file.path, what: "secrets file version 2")
    #expect(throws: error) { try file.secrets(of: "demo") }
    #expect(throws: error) { try file.keep(token, for: "demo") }
    #expect(FileManager.default.contents(atPath: file.path) == bytes)
  }

  @Test("what a write that was cut off left behind is cleared away with the next look")
  func leftover() throws {
    try scratch.home.prepare()
    let file = SecretsFile(home: scratch.home)
    try file.keep(token, for: "demo")
    try Data("half a token".utf8).write(to: URL(fileURLWithPath: "\(file.path).new"))
    #expect(try file.secrets(of: "demo") == ["particle.access_token": token])
    #expect(!FileManager.default.fileExists(atPath: "\(file.path).new"))
  }
}
