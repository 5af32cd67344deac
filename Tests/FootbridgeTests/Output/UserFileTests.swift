import Foundation
import Testing

@testable import Storage

@Suite("Where a report goes")
struct UserFileTests {
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
    let file = UserFile(scratch.file("a.xml"))
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
    try UserFile(scratch.file("a.xml")).write("old")
    symlink("a.xml", scratch.file("latest.xml"))
    try UserFile(scratch.file("latest.xml")).write("new")
    #expect(try text("a.xml") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: scratch.file("latest.xml"))
        == "a.xml")
  }

  @Test("what is no file is written to, and not replaced")
  func device() throws {
    try UserFile("/dev/null").write("gone")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    mkfifo(scratch.file("pipe"), 0o600)
    let reader = open(scratch.file("pipe"), O_RDONLY | O_NONBLOCK)
    try UserFile(scratch.file("pipe")).write("through")
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(reader, &bytes, bytes.count)
    close(reader)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "through")
    #expect(try names == ["pipe"])
  }

  @Test("a folder, and a folder that is not there, are told before anything is written")
  func places() {
    #expect(throws: UserFile.Failure(number: EISDIR)) { try UserFile(scratch.path).check() }
    #expect(throws: UserFile.Failure(number: ENOENT)) {
      try UserFile(scratch.file("none/a.xml")).check()
    }
    #expect(throws: UserFile.Failure(number: ENOTDIR)) {
      try UserFile("/dev/null/a.xml").check()
    }
  }
}
