import Foundation
import Testing

@testable import Storage

@Suite struct StateDirectoryTests {
  @Test(
    "the flag wins, then FOOTBRIDGE_HOME, then XDG_STATE_HOME, then the home directory",
    arguments: [
      ("/f", ["FOOTBRIDGE_HOME": "/e", "XDG_STATE_HOME": "/x", "HOME": "/h"], "/f"),
      (nil, ["FOOTBRIDGE_HOME": "/e", "XDG_STATE_HOME": "/x", "HOME": "/h"], "/e"),
      (nil, ["FOOTBRIDGE_HOME": "", "XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/footbridge"),
      (nil, ["HOME": "/h"], "/h/.local/state/footbridge"),
    ] as [(String?, [String: String], String)])
  func located(flag: String?, environment: [String: String], path: String) {
    #expect(StateDirectory.locate(flag: flag, environment: environment).path == path)
  }

  @Test("a home below a file says that it cannot be made")
  func blocked() throws {
    let scratch = Scratch()
    try scratch.home.prepare()
    let file = scratch.home.file("file")
    try Data().write(to: URL(fileURLWithPath: file))
    #expect(throws: LogbookError.self) { try StateDirectory(path: "\(file)/below").prepare() }
  }
}
