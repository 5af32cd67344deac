import Testing

@testable import PracticeClouds

@Suite("Fault registry")
struct FaultRegistryTests {
  @Test("every fault has one entry, and every entry a line that fits a terminal")
  func whole() {
    let odd = Set(Fault.registry.map(\.fault)).symmetricDifference(Fault.allCases)
    #expect(odd.isEmpty, "Fault+Registry.swift lacks these, or has them without need")
    #expect(Fault.registry.count == Fault.allCases.count)
    for entry in Fault.registry {
      #expect(entry.line.count <= 72 && entry.line.hasSuffix("."), "\(entry.name)")
      #expect(!entry.cause.isEmpty)
    }
  }
}
