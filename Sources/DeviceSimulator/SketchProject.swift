/// The files of a sketch, once it is sure that they can be laid out in a folder and compiled.
struct SketchProject: Sendable {
  /// A file for the compiler.
  struct Unit: Sendable {
    let path: String
    /// The text that is compiled in its place: an `.ino` needs some of what Particle adds.
    let madeText: String?

    var isC: Bool { path.hasSuffix(".c") }
  }

  /// The longest path of a file.
  static let pathBytes = 200

  let files: [SketchFile]
  let units: [Unit]
  /// Where headers are looked for: the project itself, `src`, where its sketches are, and the
  /// libraries that it brings (particle:compile-request gives the parts' names only).
  let headerFolders: [String]

  init(_ files: [SketchFile], limits: HostCompiler.Limits) throws(SketchError) {
    guard files.count <= limits.files else {
      throw .sketchUnfit(reason: "there are \(files.count) files, and room for \(limits.files)")
    }
    let bytes = files.reduce(0) { $0 + $1.text.utf8.count }
    guard bytes <= limits.sourceBytes else {
      throw .sketchUnfit(
        reason: "the files have \(bytes) bytes, and there is room for \(limits.sourceBytes)")
    }
    var seen: Set<String> = []
    for file in files {
      guard SketchProject.isFit(path: file.path) else {
        throw .sketchUnfit(reason: "a file cannot be named \(file.path.debugDescription)")
      }
      guard seen.insert(file.path).inserted else {
        throw .sketchUnfit(reason: "two files are named \(file.path)")
      }
    }
    self.files = files
    units = files.compactMap(SketchProject.unit)
    guard !units.isEmpty else { throw .sketchUnfit(reason: "there is no .ino or .cpp file") }
    headerFolders = SketchProject.headerFolders(files)
  }

  /// Inside the folder, not hidden, and nothing that a `#line` or an option could trip over.
  static func isFit(path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return path.utf8.count <= pathBytes
      && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
      && path.unicodeScalars.allSatisfy {
        $0.value >= 32 && $0.value != 127 && !"\"\\".unicodeScalars.contains($0)
      }
  }

  private static func unit(_ file: SketchFile) -> Unit? {
    if file.path.hasSuffix(".ino") {
      return Unit(path: file.path, madeText: WiringSource(file).cppText)
    }
    let isSource = [".cpp", ".c"].contains { file.path.hasSuffix($0) }
    return isSource ? Unit(path: file.path, madeText: nil) : nil
  }

  private static func headerFolders(_ files: [SketchFile]) -> [String] {
    var folders = [".", "src"]
    for file in files {
      let parts = file.path.split(separator: "/").map(String.init)
      let isOfLibrary = parts.count > 3 && parts[0] == "lib" && parts[2] == "src"
      let folder = isOfLibrary ? parts.prefix(3) : parts.dropLast()
      guard isOfLibrary || file.path.hasSuffix(".ino"), !folder.isEmpty else { continue }
      let path = folder.joined(separator: "/")
      if !folders.contains(path) { folders.append(path) }
    }
    return folders
  }
}
