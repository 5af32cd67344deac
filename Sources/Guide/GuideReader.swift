#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the folder of a guide.
struct GuideReader {
  /// How large a file of a guide may be, in bytes.
  static let fileLimitBytes = 1 << 20

  let folder: String

  /// The guide, or the first thing that is wrong with it.
  func guide() throws(GuideError) -> GuideDocument {
    var sections: [Section] = []
    for file in try sectionFiles() {
      let section = try section(file)
      guard !sections.contains(where: { $0.id == section.id }) else {
        throw .fault(.sectionTwice(section.id), file: file, line: 2)
      }
      sections.append(section)
    }
    return try assemble(sections)
  }

  /// What could be read, and everything that could not.
  func salvage() -> (guide: GuideDocument?, faults: [GuideError]) {
    var faults: [GuideError] = []
    var sections: [Section] = []
    do throws(GuideError) {
      for file in try sectionFiles() {
        do throws(GuideError) { sections.append(try section(file)) } catch { faults.append(error) }
      }
      return (try assemble(sections), faults)
    } catch { return (nil, faults + [error]) }
  }

  /// The paths of the files named `NN-….md`, in order.
  private func sectionFiles() throws(GuideError) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .folderMissing(looked: [folder])
    }
    let files = names.filter(Self.isSectionFile).sorted()
    guard !files.isEmpty else { throw .folderEmpty(folder) }
    return files.map { "\(folder)/\($0)" }
  }

  /// Whether a file's name is that of a section: two digits, a hyphen, `.md`.
  static func isSectionFile(_ name: String) -> Bool {
    let start = Array(name.utf8.prefix(3))
    return start.count == 3 && start[..<2].allSatisfy { (48...57).contains($0) }
      && start[2] == 45 && name.hasSuffix(".md")
  }

  private func section(_ file: String) throws(GuideError) -> Section {
    try SectionReader(file: file, text: try text(of: file)).section()
  }

  private func assemble(_ sections: [Section]) throws(GuideError) -> GuideDocument {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    var guide = GuideDocument(
      id: name, title: sections.first?.title ?? name, sections: Self.numbered(sections))
    let index = "\(folder)/index.md"
    if FileManager.default.fileExists(atPath: index) {
      let page = try SectionReader(file: index, text: try text(of: index)).page()
      (guide.id, guide.title, guide.intro) = (page.id, page.title, page.text)
    }
    return guide
  }

  /// Sections counted from 0; neighbours that belong to different paths share a number.
  private static func numbered(_ sections: [Section]) -> [Section] {
    var out: [Section] = []
    for var section in sections {
      let last = out.last
      let isTwin = section.path != nil && last?.path != nil && section.path != last?.path
      section.number = (last?.number ?? -1) + (isTwin ? 0 : 1)
      out.append(section)
    }
    return out
  }

  func text(of file: String) throws(GuideError) -> String {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: file)) } catch {
      throw .unreadable(file: file, reason: "the system does not give it to me")
    }
    guard data.count <= Self.fileLimitBytes else {
      throw .tooLarge(file: file, limitBytes: Self.fileLimitBytes)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .unreadable(file: file, reason: "it is not UTF-8 text")
    }
    return text
  }
}

extension GuideDocument {
  /// Reads the guide in a folder: its `NN-….md` in order, and `index.md` for its title.
  ///
  /// - Parameter language: where the guide has a translation of this name, the prose is that one's.
  package static func load(
    from directory: String, language: String? = nil
  ) throws(GuideError) -> GuideDocument {
    let guide = try GuideReader(folder: directory).guide()
    return language.map { GuideTranslation(of: directory, language: $0).applied(to: guide) }
      ?? guide
  }
}
