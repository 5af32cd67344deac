import Foundation
import Testing

/// The practice clouds' world is kept among the practice setup's secrets, and may be damaged there.
@Suite("The practice clouds' memory")
struct LostMemoryTests {
  @Test(
    "damaged, it is named and kept aside, and the next start begins a new world",
    arguments: [#""device"#, #"{"setups"#])
  func damaged(place: String) async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .flash)
    try await walker.leave()
    let folder = "\(walker.stage.home)/practice"
    let file = URL(fileURLWithPath: "\(folder)/secrets.json")
    let whole = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    // In the world, which is JSON in JSON, the quotes are escaped.
    let damaged = Data(
      whole.replacing(place.hasPrefix("{") ? place : #"\"device"#, with: "\u{0}\u{1}").utf8)
    #expect(damaged != Data(whole.utf8))
    try damaged.write(to: file)
    let (text, ending) = try await walker.stage.terminal(["practice"]).end()
    #expect(ending == .code(65), "\(text)")
    #expect(text.contains("THE PRACTICE CLOUDS LOST THEIR MEMORY"), "\(text)")
    let aside = try Scratch.entries(of: "\(folder).damaged-1").map(\.path)
    let kept = try #require(aside.first { $0.hasPrefix("secrets.json") })
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder).damaged-1/\(kept)")) == damaged)
    let again = try await PracticeWalker(on: walker.stage)
    try await again.walk(to: .flash)
    try await again.leave()
  }

  @Test("gone, the walk that fits no other world is kept aside, and a new one begins")
  func gone() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .flash)
    try await walker.leave()
    let folder = "\(walker.stage.home)/practice"
    try FileManager.default.removeItem(atPath: "\(folder)/secrets.json")
    let (text, ending) = try await walker.stage.terminal(["practice"]).end()
    #expect(ending == .code(65), "\(text)")
    #expect(text.contains("THE PRACTICE CLOUDS LOST THEIR MEMORY"), "\(text)")
    #expect(FileManager.default.fileExists(atPath: "\(folder).damaged-1/logbook.sqlite"))
    let again = try await PracticeWalker(on: walker.stage)
    try await again.walk(to: .flash)
    try await again.leave()
  }
}
