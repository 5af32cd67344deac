/// One compilation, in a folder of its own.
struct HostBuild: Sendable {
  /// How many compilers run at once for the person's files.
  static let parallel = 2
  /// What the compiler gets beside the person's files. Warnings are its own choice: they are shown
  /// only along with an error.
  private static let options = ["-fdiagnostics-color=never"] + board(standInFolder: standInFolder)
  private static let language = "-std=gnu++17"
  private static let standInFolder = ".standin"
  private static let madeFolder = ".made"

  /// As for a board: `char` is unsigned, enumerations are small, and the stand-in's own types come
  /// first. Only `long` and addresses have the bits that they have on this machine.
  static func board(standInFolder: String) -> [String] {
    ["-funsigned-char", "-fshort-enums", "-include", "./\(standInFolder)/types.h"]
  }

  let compilerPath: String
  /// The `PATH` that the compiler finds its own tools with.
  let searchPath: String
  let outputBytes: Int
  let confinement: Confinement
  let folder: PrivateFolder

  /// The stand-in's object, which every sketch is linked with.
  func standIn() async throws(SketchError) -> [UInt8] {
    try writeStandIn()
    let object = HostBuild.made("standin.o")
    let source = "\(HostBuild.standInFolder)/program.cpp"
    let arguments = [HostBuild.language] + HostBuild.options + ["-c", source, "-o", object]
    return try await product(of: arguments, object)
  }

  /// The bytes of the executable file.
  func executable(
    _ project: SketchProject, platformID: Int32,
    standIn: @Sendable () async -> Result<[UInt8], SketchError>
  ) async throws(SketchError) -> [UInt8] {
    try writeStandIn()
    try write(project)
    let units = compilations(project, platformID)
    async let object = standIn()
    let failed = try await compile(units.map(\.arguments)).filter { !$0.succeeded }
    guard failed.isEmpty else {
      throw .compileFailed(messages: UnsupportedFeature.told(HostBuild.messages(failed)))
    }
    try folder.write(await object.get(), to: HostBuild.made("standin.o"))
    let sketch = HostBuild.made("sketch")
    let objects = units.map(\.object) + [HostBuild.made("standin.o")]
    do {
      return try await product(of: ["-pthread", "-o", sketch] + objects, sketch)
    } catch .compileFailed(let messages) {
      throw .compileFailed(messages: HostBuild.named(messages, units.map(\.object), project))
    }
  }

  private func writeStandIn() throws(SketchError) {
    try folder.makeFolder(HostBuild.madeFolder)
    for file in HostSketch.standIn {
      try folder.write(Array(file.text.utf8), to: "\(HostBuild.standInFolder)/\(file.path)")
    }
  }

  /// Writes the person's files, and what is made of them.
  private func write(_ project: SketchProject) throws(SketchError) {
    for file in project.files { try folder.write(Array(file.text.utf8), to: file.path) }
    for (index, unit) in project.units.enumerated() {
      guard let text = unit.madeText else { continue }
      try folder.write(Array(text.utf8), to: HostBuild.made("\(index).cpp"))
    }
  }

  private func compilations(
    _ project: SketchProject, _ platformID: Int32
  ) -> [(arguments: [String], object: String)] {
    let folders = (project.headerFolders + [HostBuild.standInFolder]).flatMap { ["-I", "./\($0)"] }
    let shared = HostBuild.options + ["-D", "PLATFORM_ID=\(platformID)"] + folders
    return project.units.enumerated().map { index, unit in
      let object = HostBuild.made("\(index).o")
      let source = unit.madeText == nil ? "./\(unit.path)" : HostBuild.made("\(index).cpp")
      let language = unit.isC ? ["-x", "c"] : [HostBuild.language]
      return (shared + language + ["-c", source, "-o", object], object)
    }
  }

  private func product(
    of arguments: [String], _ name: String
  ) async throws(SketchError) -> [UInt8] {
    let outcome = try await call(arguments).run()
    guard outcome.succeeded, let bytes = folder.read(name) else {
      throw .compileFailed(messages: HostBuild.messages([outcome]))
    }
    return bytes
  }

  /// Runs the compiler for each list of arguments, a few at once; outcomes in the same order.
  private func compile(
    _ arguments: [[String]]
  ) async throws(SketchError) -> [CompilerCall.Outcome] {
    var results = [Int: Result<CompilerCall.Outcome, SketchError>]()
    await withTaskGroup(of: (Int, Result<CompilerCall.Outcome, SketchError>).self) { group in
      for (index, call) in arguments.map(call).enumerated() {
        if index >= HostBuild.parallel, let (done, result) = await group.next() {
          results[done] = result
        }
        group.addTask {
          let result = await call.result()
          return (index, result)
        }
      }
      for await (done, result) in group { results[done] = result }
    }
    var outcomes: [CompilerCall.Outcome] = []
    for index in arguments.indices {
      guard let result = results[index] else {
        throw .hostFailed(act: "compiling file \(index + 1)", reason: "its outcome is missing")
      }
      outcomes.append(try result.get())
    }
    return outcomes
  }

  private func call(_ arguments: [String]) -> CompilerCall {
    CompilerCall(
      path: compilerPath, arguments: arguments,
      environment: ["PATH": searchPath, "TMPDIR": folder.path, "LC_ALL": "C"],
      folder: folder.path, outputBytes: outputBytes, confinement: confinement)
  }

  private static func messages(_ outcomes: [CompilerCall.Outcome]) -> String {
    outcomes.map { String(decoding: $0.output, as: UTF8.self) }.joined()
  }

  /// What the linker says of an object, said of the file that it was made from.
  private static func named(
    _ messages: String, _ objects: [String], _ project: SketchProject
  ) -> String {
    zip(objects, project.units).reversed().reduce(messages) { text, pair in
      text.replacing(pair.0, with: pair.1.path)
    }
  }

  private static func made(_ name: String) -> String { "\(madeFolder)/\(name)" }
}
