import Foundation
import Testing

/// How many documented exchanges the contract tables hold; the issue asks for it to be seen.
@Suite("Contract rows")
struct ContractRows {
  @Test("the two tables hold two hundred rows")
  func all() {
    let count = ParticleContract.rows.count + BlynkContract.rows.count
    #expect(count >= 200)
    ContractRows.tell("Contract rows of both clouds", count)
  }

  static func tell(_ name: String, _ count: Int) {
    FileHandle.standardError.write(Data("\(name): \(count)\n".utf8))
  }
}
