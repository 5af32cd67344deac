import Foundation

/// What a page in Markdown refers to, and what may be referred to in it.
struct MarkdownLinks {
  /// Targets of links and pictures, as they are written.
  let targets: [String]
  /// What stands between single backticks.
  let code: [String]
  /// What a forge makes of the headings, to be used after `#`.
  let anchors: Set<String>

  init(_ text: String) {
    let lines = MarkdownLinks.withoutFences(text)
    let prose = lines.joined(separator: "\n")
    code = prose.matches(of: /`([^`\n]+)`/).map { String($0.1) }
    let plain = prose.replacing(/`[^`\n]+`/, with: "")
    let inline = plain.matches(of: /\]\(\s*<?([^)>\s]+)>?[^)]*\)/).map { String($0.1) }
    let defined = plain.matches(of: /(?m)^ {0,3}\[[^\]]+\]: +<?([^>\s]+)/).map { String($0.1) }
    let html = plain.matches(of: /(?:href|src)="([^"]+)"/).map { String($0.1) }
    targets = inline + defined + html
    anchors = MarkdownLinks.anchors(of: lines)
  }

  /// Without the blocks of code between fences.
  private static func withoutFences(_ text: String) -> [Substring] {
    var fence: Substring?
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let mark = line.drop { $0 == " " }.prefix { $0 == "`" || $0 == "~" }
      if let open = fence {
        if mark.hasPrefix(open), line.allSatisfy({ $0 == " " || $0 == open.first }) { fence = nil }
        return false
      }
      guard mark.count >= 3 else { return true }
      fence = mark
      return false
    }
  }

  private static func anchors(of lines: [Substring]) -> Set<String> {
    var anchors: Set<String> = []
    for line in lines {
      guard let heading = line.firstMatch(of: /^ {0,3}#{1,6} +(.*?)(?: +#+)? *$/) else { continue }
      let words = heading.1.lowercased().filter {
        $0.isLetter || $0.isNumber || " -_".contains($0)
      }
      let anchor = words.replacing(" ", with: "-")
      var (name, count) = (anchor, 0)
      while !anchors.insert(name).inserted {
        count += 1
        name = "\(anchor)-\(count)"
      }
    }
    return anchors
  }
}
