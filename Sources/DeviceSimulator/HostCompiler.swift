import Firmware

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a program for the practice device of any sketch's files, with the C++ compiler of this
/// machine. Our own sketch needs none: it is known by its text.
package struct HostCompiler: Sendable {
  /// The bounds of one compilation.
  package struct Limits: Sendable, Hashable {
    /// How long the compiler may take in all; the cloud's is reported as 120 s
    /// (particle:compile-limits).
    package var time: Duration = .seconds(120)
    /// How much of what the compiler prints is kept, for each file; what is over is dropped.
    package var outputBytes = 64 * 1024
    /// How large all files may be together; the cloud's is reported as 50 MB
    /// (particle:compile-limits).
    package var sourceBytes = 50_000_000
    /// How many files a sketch may have. The cloud's limit is not documented.
    package var files = 500

    /// The limits as given above.
    package init() {}
  }

  /// The names that are looked for; the first found is taken.
  package static let names = ["c++", "g++", "clang++"]

  /// Where the compiler is; nil where there is none.
  package let compilerPath: String?
  /// The bounds of one compilation.
  package let limits: Limits

  private let searchPath: String
  private let temporaryFolder: String
  /// What the compiler and its programs see of this machine.
  var confinement: Confinement
  private let standInObject = RuntimeObject()
  private let pause: @Sendable (Duration) async throws -> Void

  /// Looks for a compiler in the folders of `PATH`; nothing is run.
  ///
  /// - Parameters:
  ///   - environment: of the process. `PATH` says where the compiler is, `TMPDIR` where it may work
  ///     (else `/tmp`); nothing else of it reaches the compiler.
  ///   - clock: what the time limit is measured with.
  package init(
    environment: [String: String], limits: Limits = Limits(),
    clock: some Clock<Duration> = ContinuousClock()
  ) {
    self.limits = limits
    searchPath = environment["PATH"] ?? ""
    temporaryFolder = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    pause = { try await clock.sleep(for: $0) }
    // A folder that is not absolute depends on where one stands, which is not for a compiler.
    let folders = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
    let places = HostCompiler.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    compilerPath = places.first { access($0, X_OK) == 0 }
    confinement = Confinement(compilerPath: compilerPath, home: environment["HOME"])
  }

  /// Compiles a sketch. Where there is no compiler, our own sketch still passes.
  ///
  /// - Parameters:
  ///   - files: `.ino`, `.cpp`, `.c` and headers, in any order.
  ///   - platformID: the kind of board, what the sketch sees as `PLATFORM_ID`.
  /// - Throws: `compileFailed` with the compiler's messages, which name the person's files and
  ///   lines; `compileTimedOut`; `sketchUnfit` for files that cannot be compiled at all;
  ///   `noCompiler`; `hostFailed` where this machine gave no folder or no process.
  package func compile(
    _ files: [SketchFile], platformID: Int32
  ) async throws(SketchError) -> SketchProgram {
    if let values = HostCompiler.ownValues(files) {
      return SketchProgram(
        bytes: Array(files[0].text.utf8), platformID: platformID, sizeInfo: "",
        content: .builtIn(values))
    }
    let project = try SketchProject(files, limits: limits)
    guard let compilerPath else { throw .noCompiler(names: HostCompiler.names) }
    let bytes = try await withinTime {
      await inFolder(compilerPath) { build throws(SketchError) in
        try await build.executable(project, platformID: platformID) { await standIn(compilerPath) }
      }
    }.get()
    return SketchProgram(
      bytes: bytes, platformID: platformID, sizeInfo: ProgramSize(of: bytes)?.description ?? "",
      content: .executable(
        .init(bytes: bytes, temporaryFolder: temporaryFolder, confinement: confinement)))
  }

  /// Takes away what another process of this user left behind when it was killed.
  package func removeLeftovers() { PrivateFolder.removeLeftovers(inside: temporaryFolder) }

  /// Whether these files are our own sketch with a person's values, which is never compiled: copies
  /// of it are built in, and the values are texts that they are given.
  package static func isOwn(_ files: [SketchFile]) -> Bool { ownValues(files) != nil }

  private static func ownValues(_ files: [SketchFile]) -> FlashedValues? {
    files.count == 1 ? SketchSource.values(inSource: files[0].text) : nil
  }

  private func standIn(_ compilerPath: String) async -> Result<[UInt8], SketchError> {
    await standInObject.bytes {
      await withinTime {
        await inFolder(compilerPath) { build throws(SketchError) in try await build.standIn() }
      }
    }
  }

  /// Does the work in a folder that is gone afterwards.
  private func inFolder(
    _ compilerPath: String, _ work: (HostBuild) async throws(SketchError) -> [UInt8]
  ) async -> Result<[UInt8], SketchError> {
    do throws(SketchError) {
      let folder = try PrivateFolder(inside: temporaryFolder)
      defer { folder.remove() }
      return .success(
        try await work(
          HostBuild(
            compilerPath: compilerPath, searchPath: searchPath, outputBytes: limits.outputBytes,
            confinement: confinement, folder: folder)))
    } catch {
      return .failure(error)
    }
  }

  /// What the work makes, or `compileTimedOut`. Whichever is over first ends the other.
  private func withinTime(
    _ work: @escaping @Sendable () async -> Result<[UInt8], SketchError>
  ) async -> Result<[UInt8], SketchError> {
    let late = Result<[UInt8], SketchError>.failure(.compileTimedOut(limit: limits.time))
    return await withTaskGroup(of: Result<[UInt8], SketchError>.self) { group in
      group.addTask { await work() }
      group.addTask { [pause, limits] in
        try? await pause(limits.time)
        return late
      }
      let first = await group.next()
      group.cancelAll()
      await group.waitForAll()
      return first ?? late
    }
  }
}
