import Core
import Testing

@testable import PracticeClouds

@Suite("PracticeError")
struct PracticeErrorTests {
  @Test("a taken port is named, and the way round it")
  func portInUse() {
    let problem = PracticeError.portInUse(8901).problem
    #expect(problem.code == "port-in-use")
    #expect(problem.outcome == .couldNotAsk)
    #expect(problem.title.english.contains("8901"))
    #expect(problem.next.english.contains("--port-base"))
  }

  @Test("an unknown fault is a usage error that lists every fault and the likeliest")
  func unknownFault() {
    let problem = PracticeError.unknownFault("devce-offline", nearest: "device-offline").problem
    #expect(problem.outcome == .usage)
    #expect(problem.next.english.hasPrefix("Did you mean `device-offline`?"))
    for fault in Fault.allCases { #expect(problem.next.english.contains("`\(fault.rawValue)`")) }
  }

  @Test("an unknown setting is one, too")
  func unknownSetting() {
    let problem = PracticeError.unknownSetting("blynk.plam", nearest: "blynk.plan").problem
    #expect(problem.code == "unknown-setting")
    #expect(problem.outcome == .usage)
    #expect(problem.attempt == "I was asked to set `blynk.plam` in the practice clouds.")
    #expect(
      problem.next.english.hasPrefix("Did you mean `blynk.plan`? The settings are `particle."))
    for name in PracticeSettings.names { #expect(problem.next.english.contains("`\(name)`")) }
  }

  @Test("damaged state is told as bad data, with the reason")
  func snapshot() {
    let problem = PracticeError.snapshotDamaged(reason: "not JSON").problem
    #expect(problem.outcome == .badData)
    #expect(problem.evidence == ["not JSON"])
  }
}
