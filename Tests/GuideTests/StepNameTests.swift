import Foundation
import Testing

@testable import Guide

@Suite("StepName")
struct StepNameTests {
  @Test("it has a section and a step")
  func parts() {
    let name = StepName(section: "firmware", step: "flash")
    #expect(name.rawValue == "firmware/flash")
    #expect(name.section == "firmware")
    #expect(name.step == "flash")
    #expect(name == "firmware/flash")
  }

  @Test("it is kept as its text")
  func codable() throws {
    let data = try JSONEncoder().encode(["firmware/flash" as StepName])
    #expect(String(decoding: data, as: UTF8.self) == "[\"firmware\\/flash\"]")
    #expect(try JSONDecoder().decode([StepName].self, from: data) == ["firmware/flash"])
  }

  @Test("text without a slash does not crash")
  func odd() {
    #expect(StepName(rawValue: "firmware").section == "firmware")
    #expect(StepName(rawValue: "firmware").step == "")
    #expect(StepName(rawValue: "a/b/c").step == "b/c")
  }
}
