import Testing

@testable import DeviceSimulator

struct SketchProjectTests {
  @Test(
    "a path that leaves the folder, hides, or could trip the compiler is refused",
    arguments: [
      "", "/etc/passwd", "../a.ino", "a/../../b.ino", "a//b.ino", ".made/1.cpp", "a/.b.ino",
      "./a.ino",
      "a\n.ino", "a\".ino", "a\\.ino", "a\u{0}.ino", "a/",
      String(repeating: "a", count: 197) + ".ino",
    ])
  func unfitPath(path: String) {
    #expect(throws: SketchError.self) {
      try SketchProject([SketchFile(path: path, text: "")], limits: .init())
    }
  }

  @Test("usual paths are fit", arguments: ["a.ino", "src/a b.ino", "-x.ino", "lib/Ä/src/b.cpp"])
  func fitPath(path: String) throws {
    let project = try SketchProject([SketchFile(path: path, text: "")], limits: .init())
    #expect(project.units.map(\.path) == [path])
  }

  @Test("without a source, with two files of one name, or over a limit there is no sketch")
  func unfit() {
    let a = SketchFile(path: "a.ino", text: "abc")
    var limits = HostCompiler.Limits()
    limits.files = 1
    limits.sourceBytes = 2
    let cases: [([SketchFile], HostCompiler.Limits)] = [
      ([], .init()), ([SketchFile(path: "a.h", text: "")], .init()), ([a, a], .init()),
      ([a, SketchFile(path: "b.ino", text: "")], limits), ([a], limits),
    ]
    for (files, limits) in cases {
      #expect(throws: SketchError.self) { try SketchProject(files, limits: limits) }
    }
  }
}
