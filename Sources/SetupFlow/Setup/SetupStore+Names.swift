import Core
import Foundation
import Storage

extension SetupStore {
  /// The names of all setups, the one last walked first.
  package func names() throws -> [String] { home.exists ? try book().setups(now: Date()) : [] }

  /// The setup that was named, or the only one there is.
  package func chosen(_ name: String?) throws -> SetupName {
    if let name { return try SetupName(name) }
    let setups = try names()
    switch setups.count {
    case 1: return try SetupName(setups[0])
    case 0: throw unknown(nil, among: [])
    default:
      throw Problem(
        code: "setup-several", title: "There are several setups",
        attempt: "I looked for the setup to work on, and found more than one:",
        evidence: Phrase.verbatim(setups),
        next: "Name one, such as `footbridge test \(setups[0])`.", outcome: .usage)
    }
  }

  func known(_ name: SetupName) throws {
    let setups = try names()
    guard setups.contains(name.text) else { throw unknown(name.text, among: setups) }
  }

  /// The page for a setup that is not there; it may be a practice setup.
  ///
  /// - Parameter name: nil where none was named, and there is none.
  package func unknown(_ name: String?, among setups: [String]) -> Problem {
    SetupName.unknown(name, among: setups, practice: practice(holding: name)?.path)
  }

  /// The home of the practice setups, if it holds one of that name, or any.
  package func practice(holding name: String?) -> StateDirectory? {
    let practice = home.inside(PracticeSession.folder)
    let setups = practice.exists ? try? LogStore(home: practice).setups(now: Date()) : nil
    guard let setups, name.map(setups.contains) ?? !setups.isEmpty else { return nil }
    return practice
  }
}
