/// A chapter of the guide: one file.
package struct Section: Sendable, Equatable {
  /// A short name for programs, such as `firmware`.
  package var id: String
  /// What a person calls it, from the front matter.
  package var title: String
  /// Counted from 0. Neighbours that belong to different paths share a number.
  package var number: Int
  /// The path it belongs to; nil for both.
  package var path: GuidePath?
  /// The ids of the sections that come before it. One that the path leaves out does not count.
  package var needs: [String]
  /// What stands before the first step (Markdown, names unfilled); may be empty.
  package var intro: String
  /// In the order in which they are walked; names are unique.
  package var steps: [Step]
  /// The file it was read from.
  package var file: String

  /// A section of both paths that needs no other, unless told otherwise.
  package init(
    id: String, title: String, number: Int = 0, path: GuidePath? = nil, needs: [String] = [],
    intro: String = "", steps: [Step], file: String = ""
  ) {
    self.id = id
    self.title = title
    self.number = number
    self.path = path
    self.needs = needs
    self.intro = intro
    self.steps = steps
    self.file = file
  }
}
