import Foundation
import Testing

@testable import Storage

@Suite struct SetupLockTests {
  let scratch = Scratch()

  @Test("a held setup is refused with the holder's number, and free again after")
  func held() throws {
    try scratch.home.prepare()
    do {
      let lock = try SetupLock(setup: "demo", home: scratch.home)
      #expect(throws: LogbookError.held(setup: "demo", byProcess: getpid())) {
        try SetupLock(setup: "demo", home: scratch.home)
      }
      withExtendedLifetime(lock) {}
    }
    #expect(throws: Never.self) { try SetupLock(setup: "demo", home: scratch.home) }
  }

  @Test("two setups do not hold each other")
  func apart() throws {
    try scratch.home.prepare()
    let one = try SetupLock(setup: "one", home: scratch.home)
    let two = try SetupLock(setup: "two", home: scratch.home)
    withExtendedLifetime((one, two)) {}
  }
}
