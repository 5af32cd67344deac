import Ground

extension PracticeError: Explained {
  package var problem: Problem {
    switch self {
    case .portInUse(let port): PracticeError.inUse(port)
    case .portRefused(let port, let reason): PracticeError.refused(port, reason)
    case .portBaseOutOfRange(let base): PracticeError.outOfRange(base)
    case .unknownFault(let name, let nearest):
      PracticeError.unknown(
        "lever", code: "unknown-fault", name, nearest, attempt: "pull",
        known: Fault.allCases.map(\.rawValue))
    case .unknownSetting(let name, let nearest):
      PracticeError.unknown(
        "setting", code: "unknown-setting", name, nearest, attempt: "set",
        known: PracticeSettings.names)
    case .unfitSetting(let name, let value): PracticeError.unfit(name, value)
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
      evidence: [reason],
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

  /// - Parameters:
  ///   - kind: what was asked for: a lever or a setting.
  ///   - attempt: what was to be done with it.
  ///   - known: the names there are.
  private static func unknown(
    _ kind: String, code: String, _ name: String, _ nearest: String?, attempt: String,
    known: [String]
  ) -> Problem {
    let guess = nearest.map { "Did you mean `\($0)`? " } ?? ""
    return Problem(
      code: code, title: "There is no \(kind) of that name",
      attempt: "I was asked to \(attempt) `\(name)` in the practice clouds.",
      next: "\(guess)The \(kind)s are \(Wording.list(known.map { "`\($0)`" }, "and")).",
      outcome: .usage)
  }

  private static func unfit(_ name: String, _ value: String) -> Problem {
    Problem(
      code: "unfit-setting", title: "That value does not fit the setting",
      attempt: "I was asked to set `\(name)` to `\(value)` in the practice clouds.",
      next: "Write it as `\(name)=VALUE`: a number, seconds, true or false, or one of its words.",
      outcome: .usage)
  }

  private static func damaged(_ reason: String) -> Problem {
    Problem(
      code: "practice-state-damaged", title: "The practice clouds lost their memory",
      attempt: "I wanted to open the practice clouds as they were left.",
      evidence: [reason],
      next: "Start them anew: `footbridge forget` the practice setup, then `footbridge practice`.",
      outcome: .badData)
  }
}
