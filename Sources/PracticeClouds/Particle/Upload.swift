import DeviceSimulator
import HTTPTestServer

/// The files and fields of a request that compiles or flashes (particle:compile-request,
/// particle:flash-request).
struct Upload {
  private let parts: [MultipartForm.Part]

  init(_ request: PracticeRequest) { parts = MultipartForm(request)?.parts ?? [] }

  subscript(_ name: String) -> String? {
    parts.first { $0.fileName == nil && $0.name == name }
      .map { String(decoding: $0.content, as: UTF8.self) }
  }

  /// `file`, `file1`, … as source text.
  var files: [SketchFile] {
    parts.compactMap { part in
      part.fileName.map {
        SketchFile(path: $0, text: String(decoding: part.content, as: UTF8.self))
      }
    }
  }

  /// The lines of all files, without those that are empty.
  var lines: [String] {
    files.flatMap { file in
      file.text.split { $0.isNewline }.map { String($0).trimming(" ") }.filter { !$0.isEmpty }
    }
  }

  /// Whether one of the files has these bytes.
  func holds(_ bytes: [UInt8]) -> Bool {
    parts.contains { $0.fileName != nil && $0.content == bytes }
  }

  /// Whether it says so, or is called like no source.
  var isBinary: Bool {
    self["file_type"] == "binary"
      || parts.contains { part in
        part.fileName.map { name in !Upload.sources.contains { name.hasSuffix($0) } } ?? false
      }
  }

  /// How the files of a project end: code, and what describes it.
  private static let sources = [
    ".ino", ".cpp", ".cc", ".c", ".h", ".hpp", ".properties", ".txt", ".md", ".json",
  ]
}
