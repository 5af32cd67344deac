import Core
import RoundTrip

extension Problem {
  /// Where a page is read: what it ends in can be typed there.
  package enum Reader {
    case shell, wizard
  }

  /// What tries once more what a page is of, in the wizard.
  package enum Retry {
    case check, act, trip
  }

  /// The page with an end that can be typed where it is read; a cause's names its page of help.
  package func ending(in reader: Reader, again: Retry = .check) -> Problem {
    let explain: Phrase? = Cause(rawValue: code).map { "`footbridge explain \($0.code)`" }
    var problem = self
    switch reader {
    case .shell:
      if let explain { problem.next += " More of it: \(explain)." }
    case .wizard:
      if let explain { problem.next += " In a shell, \(explain) tells more." }
      if again == .trip, let section = Cause(rawValue: code)?.section {
        problem.next += " `goto \(section.rawValue)` leads to where it is mended."
      }
      switch again {
      case .act: problem.next += " Here `:do` tries it once more."
      case .check: problem.next += " Here you look again with `:check`."
      case .trip: problem.next += " Here `:test` makes it once more."
      }
    }
    return problem
  }
}
