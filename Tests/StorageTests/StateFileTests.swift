import Core
import Foundation
import GRDB
import Testing

@testable import Storage

/// What stands where the logbook or the secrets file should.
@Suite struct StateFileTests {
  let scratch = Scratch()
  var book: String { scratch.home.file(LogStore.fileName) }
  var secrets: String { scratch.home.file(SecretsFile.fileName) }

  init() throws { try scratch.home.prepare() }

  private func openBook() -> LogbookError? {
    do throws(LogbookError) { _ = try LogStore(home: scratch.home) } catch { return error }
    return nil
  }

  private func openSecrets() -> LogbookError? {
    do throws(LogbookError) { _ = try SecretsFile(home: scratch.home).secrets(of: "demo") } catch {
      return error
    }
    return nil
  }

  @Test("a directory in its place is put aside with all that is in it")
  func directory() throws {
    for (path, open) in [(book, openBook), (secrets, openSecrets)] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/inside", withIntermediateDirectories: true)
      let aside = "\(path).damaged-1"
      #expect(open() == .damaged(file: path, reason: "it is a directory", aside: aside))
      #expect(FileManager.default.fileExists(atPath: "\(aside)/inside"))
      #expect(open() == nil)
    }
  }

  @Test("a link that leads nowhere, and what is no plain file, are put aside")
  func oddities() throws {
    for path in [book, secrets] {
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "/nowhere/at/all")
    }
    let lead = "it is a link that leads nowhere"
    #expect(
      openBook() == .damaged(file: book, reason: Phrase(verbatim: lead), aside: "\(book).damaged-1")
    )
    #expect(
      openSecrets()
        == .damaged(file: secrets, reason: Phrase(verbatim: lead), aside: "\(secrets).damaged-1"))
    for path in [book, secrets] { #expect(mkfifo(path, 0o600) == 0) }
    let odd = "it is no plain file"
    #expect(
      openBook() == .damaged(file: book, reason: Phrase(verbatim: odd), aside: "\(book).damaged-2"))
    #expect(
      openSecrets()
        == .damaged(file: secrets, reason: Phrase(verbatim: odd), aside: "\(secrets).damaged-2"))
  }

  @Test("an empty file is damage, as none is ever made empty")
  func empty() throws {
    for path in [book, secrets] {
      try Scratch.put(Data(), at: path)
    }
    let reason = "it is empty"
    #expect(
      openBook()
        == .damaged(file: book, reason: Phrase(verbatim: reason), aside: "\(book).damaged-1"))
    #expect(
      openSecrets()
        == .damaged(file: secrets, reason: Phrase(verbatim: reason), aside: "\(secrets).damaged-1"))
  }

  @Test(
    "another user's file is left to them", .enabled("only root gives files away") { geteuid() == 0 }
  )
  func foreign() throws {
    try KeptBook().put(into: scratch.home)
    try Scratch.put(Data("{}".utf8), at: secrets)
    for (path, open) in [(book, openBook), (secrets, openSecrets)] {
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(chown(path, 12_345, 12_345) == 0)
      #expect(open() == .foreign(file: path, owner: 12_345, user: 0))
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test("a file that is closed to its owner is left, and the page opens it", arguments: [0, 0o400])
  func closed(mode: Int) throws {
    try KeptBook().put(into: scratch.home)
    chmod(book, mode_t(mode))
    let error = openBook()
    #expect(error == .closed(file: book, mode: mode))
    #expect(error?.problem.next.english.contains("chmod 600 \(book)") == true)
    chmod(book, 0o600)
    #expect(openBook() == nil)
  }

  @Test("a file that others can read is closed to them")
  func wide() throws {
    try KeptBook().put(into: scratch.home)
    chmod(book, 0o644)
    #expect(openBook() == nil)
    #expect(try scratch.mode(book) == 0o600)
  }

  @Test("the log of a logbook that was removed is put aside, and never read into a new one")
  func orphanedLog() throws {
    let kept = try KeptBook(closed: false)
    try kept.put(into: scratch.home)
    #expect(unlink(book) == 0)
    let fresh = try LogStore(home: scratch.home)
    #expect(try fresh.setups().isEmpty)
    let log = try #require(kept.files["-wal"])
    #expect(FileManager.default.contents(atPath: "\(book).damaged-1-wal") == Data(log))
  }

  @Test("a second damaged file does not take the first one's place")
  func counted() throws {
    for number in 1...3 {
      try Scratch.put(Data("\(number)".utf8), at: book)
      #expect(openBook() != nil)
      let aside = FileManager.default.contents(atPath: "\(book).damaged-\(number)")
      #expect(aside == Data("\(number)".utf8))
    }
  }
}
