import Core

extension GuideError: Explained {
  /// What is the matter, in a sentence.
  package var text: Phrase {
    switch self {
    case .folderMissing: "There is no guide where I looked."
    case .folderEmpty(let folder): "\(folder) holds no section such as 00-prepare.md."
    case .unreadable(let file, let reason): "I cannot read \(file): \(reason)."
    case .tooLarge(let file, let limit): "\(file) is larger than \(limit / 1024) KiB."
    case .fault(let fault, _, _): fault.text
    case .unfinishedName(let text): "A name in double braces has no end: \(text.prefix(60))"
    }
  }

  /// What would do, in a sentence.
  package var cure: Phrase {
    switch self {
    case .folderMissing, .folderEmpty:
      "Name the folder with `--guides DIR`, or set FOOTBRIDGE_GUIDES to it."
    case .unreadable: "Make it a UTF-8 text file that I may read."
    case .tooLarge: "Split it: a section is a chapter, not a book."
    case .fault(let fault, _, _): fault.cure
    case .unfinishedName: "Close it with two braces, and write nothing but the name between."
    }
  }

  /// One page for the guide that is not there, with each place I looked; one for all else.
  package var problem: Problem {
    switch self {
    case .folderMissing(let looked):
      Problem(
        code: "guide-missing", title: "The guide is not there",
        attempt: "I looked for the guide in:", evidence: Phrase.verbatim(looked),
        causes: "The guides travel beside the program; was it copied without them?",
        next: cure, outcome: .badData)
    default:
      Problem(
        code: "guide-unreadable", title: "The guide cannot be read",
        attempt: "I was reading the guide.", evidence: [place.map { "\($0): \(text)" } ?? text],
        next: cure, outcome: .badData)
    }
  }

  /// `file:line`, as editors know it.
  private var place: String? {
    guard let file, let line else { return nil }
    return "\(file):\(line)"
  }
}
