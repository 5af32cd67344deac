#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A guide in another language: a folder such as `de` within the guide's own, with the same files.
///
/// Only its prose is taken. What is asked, checked and done stays the original's, and so does
/// whatever has no translation.
struct GuideTranslation {
  let folder: String

  /// - Parameter guide: the folder of the original.
  init(of guide: String, language: String) { folder = "\(guide)/\(language)" }

  /// The guides that stand in a guide's folder, by language.
  static func all(in guide: String) -> [GuideTranslation] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: guide)) ?? []
    return names.sorted().filter { name in
      let inside = try? FileManager.default.contentsOfDirectory(atPath: "\(guide)/\(name)")
      return inside?.contains(where: GuideReader.isSectionFile) ?? false
    }.map { GuideTranslation(of: guide, language: $0) }
  }

  /// The guide with its prose in this language.
  func applied(to guide: GuideDocument) -> GuideDocument {
    guard let translation = GuideReader(folder: folder).salvage().guide,
      !translation.sections.isEmpty
    else { return guide }
    var told = guide
    if FileManager.default.fileExists(atPath: "\(folder)/index.md") {
      told.title = translation.title
      told.intro = translation.intro
    }
    told.sections = guide.sections.map { section in
      translation.section(section.id).map { GuideTranslation.told(section, as: $0) } ?? section
    }
    return told
  }

  private static func told(_ section: Section, as other: Section) -> Section {
    var told = section
    told.title = other.title
    told.intro = other.intro
    told.steps = section.steps.map { step in
      other.steps.first { $0.name == step.name }.map { GuideTranslation.told(step, as: $0) } ?? step
    }
    return told
  }

  private static func told(_ step: Step, as other: Step) -> Step {
    var told = step
    told.title = other.title
    told.body = other.body
    told.hint = other.hint
    if let ask = other.ask {
      told.ask?.prompt = ask.prompt
      told.ask?.called = ask.called
    }
    return told
  }
}
