import Foundation
import Testing

@testable import Footbridge

@Suite("Where a report goes")
struct GivenFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: scratch.file(name), encoding: .utf8)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() }
  }

  @Test("a new file, and one that is replaced and keeps its permissions; nothing stays beside it")
  func file() throws {
    let file = GivenFile(scratch.file("a.xml"))
    try file.write("one")
    #expect(try text("a.xml") == "one")
    chmod(scratch.file("a.xml"), 0o640)
    try file.write("two")
    #expect(try text("a.xml") == "two")
    #expect(try Scratch.entries(of: scratch.path).map(\.mode) == [0o640])
    #expect(try names == ["a.xml"])
  }

  @Test("a link stays one, and the file that it leads to is written")
  func link() throws {
    try GivenFile(scratch.file("a.xml")).write("old")
    symlink("a.xml", scratch.file("latest.xml"))
    try GivenFile(scratch.file("latest.xml")).write("new")
    #expect(try text("a.xml") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: scratch.file("latest.xml"))
        == "a.xml")
  }

  @Test("what is no file is written to, and not replaced")
  func device() throws {
    try GivenFile("/dev/null").write("gone")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    mkfifo(scratch.file("pipe"), 0o600)
    let reader = open(scratch.file("pipe"), O_RDONLY | O_NONBLOCK)
    try GivenFile(scratch.file("pipe")).write("through")
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(reader, &bytes, bytes.count)
    close(reader)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "through")
    #expect(try names == ["pipe"])
  }

  @Test("a folder, and a folder that is not there, are told before anything is written")
  func places() {
    #expect(throws: GivenFile.Failure(number: EISDIR)) { try GivenFile(scratch.path).check() }
    #expect(throws: GivenFile.Failure(number: ENOENT)) {
      try GivenFile(scratch.file("none/a.xml")).check()
    }
    #expect(throws: GivenFile.Failure(number: ENOTDIR)) {
      try GivenFile("/dev/null/a.xml").check()
    }
  }
}
