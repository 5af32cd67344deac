import Core

extension PracticeError: Explained {
  /// A page for each case; where a name was mistyped, it tells the nearest.
  package var problem: Problem {
    switch self {
    case .portInUse(let port): PracticeError.inUse(port)
    case .portRefused(let port, let reason): PracticeError.refused(port, reason)
    case .portBaseOutOfRange(let base): PracticeError.outOfRange(base)
    case .unknownFault(let name, let nearest): PracticeError.unknownFault(name, nearest)
    case .unknownSetting(let name, let nearest): PracticeError.unknownSetting(name, nearest)
    case .unfitSetting(let name, let value, let range): PracticeError.unfit(name, value, range)
    case .snapshotDamaged(let reason): PracticeError.damaged(reason)
    }
  }

  private static func inUse(_ port: Int) -> Problem {
    Problem(
      code: "port-in-use", title: "Port \(port) is taken",
      attempt: "I wanted to open the practice clouds on 127.0.0.1, port \(port).",
      causes: "Another program listens there, perhaps practice clouds started earlier.",
      next:
        "Stop that program, give another `--port-base`, or leave it out: then I take free ports.",
      outcome: .couldNotAsk)
  }

  private static func refused(_ port: Int, _ reason: String) -> Problem {
    Problem(
      code: "port-refused", title: "Port \(port) cannot be opened",
      attempt: "I wanted to open the practice clouds on 127.0.0.1, port \(port).",
      evidence: [Phrase(verbatim: reason)],
      causes: "Ports below 1024 are often kept for the system.",
      next: "Give another `--port-base`, or leave it out: then I take free ports.",
      outcome: .couldNotAsk)
  }

  private static func outOfRange(_ base: Int) -> Problem {
    Problem(
      code: "port-base-out-of-range", title: "There is no such port",
      attempt: "I was asked for three ports in a row from \(base) on.",
      next: "Give a `--port-base` from 1 to 65533, or leave it out: then I take free ports.",
      outcome: .usage)
  }

  private static func unknownFault(_ name: String, _ nearest: String?) -> Problem {
    Problem(
      code: "unknown-fault", title: "There is no fault of that name",
      attempt: "I was asked for the fault `\(name)` in the practice clouds.",
      next: guess(nearest) + "The faults are \(list(Fault.allCases.map(\.rawValue))).",
      outcome: .usage)
  }

  private static func unknownSetting(_ name: String, _ nearest: String?) -> Problem {
    Problem(
      code: "unknown-setting", title: "There is no setting of that name",
      attempt: "I was asked to set `\(name)` in the practice clouds.",
      next: guess(nearest) + "The settings are \(list(PracticeSettings.names)).",
      outcome: .usage)
  }

  private static func guess(_ nearest: String?) -> Phrase {
    nearest.map { "Did you mean `\($0)`? " } ?? ""
  }

  private static func list(_ names: [String]) -> Phrase {
    Wording.list(names.map { "`\($0)`" }, "and")
  }

  private static func unfit(_ name: String, _ value: String, _ range: SettingRange?) -> Problem {
    var problem = Problem(
      code: "unfit-setting", title: "That value does not fit the setting",
      attempt: "I was asked to set `\(name)` to `\(value)` in the practice clouds.",
      next: "Write it as `\(name)=VALUE`: a number, seconds, true or false, or one of its words.",
      outcome: .usage)
    if let range {
      problem.next =
        "Write it as `\(name)=VALUE`, a number from \(range.least) to \(range.most)."
    }
    return problem
  }

  private static func damaged(_ reason: String) -> Problem {
    Problem(
      code: "practice-state-damaged", title: "The practice clouds lost their memory",
      attempt: "I wanted to open the practice clouds as they were left.",
      evidence: [Phrase(verbatim: reason)],
      next: "Start them anew: `footbridge forget` the practice setup, then `footbridge practice`.",
      outcome: .badData)
  }
}
