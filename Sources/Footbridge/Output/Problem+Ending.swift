import Core
import RoundTrip

extension Problem {
  /// Where a page is read: what it ends in can be typed there.
  enum Reader {
    case shell, wizard
  }

  /// What tries once more what a page is of, in the wizard.
  enum Retry {
    case check, act
  }

  /// The page with an end that can be typed where it is read; a cause's names its page of help.
  func ending(in reader: Reader, again: Retry = .check) -> Problem {
    let explain = Cause(rawValue: code).map { "`footbridge explain \($0.code)`" }
    var problem = self
    switch reader {
    case .shell:
      if let explain { problem.next += " More of it: \(explain)." }
    case .wizard:
      if let explain { problem.next += " In a shell, \(explain) tells more." }
      problem.next +=
        again == .act
        ? " Here `:do` tries it once more." : " Here you look again with `:check`."
    }
    return problem
  }
}
