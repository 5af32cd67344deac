import Guide

/// The steps of one path in order, and where each stands.
struct WalkRoute: Sendable {
  let sections: [Section]
  let steps: [Step]
  private let places: [StepName: Int]

  /// - Parameter path: nil before one is chosen: the sections on both.
  init(_ guide: GuideDocument, path: GuidePath?) {
    sections = guide.sections.filter { $0.path == nil || $0.path == path }
    steps = sections.flatMap(\.steps)
    places = Dictionary(steps.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// Nil where it is not on this route.
  func place(of name: StepName?) -> Int? { name.flatMap { places[$0] } }
}
