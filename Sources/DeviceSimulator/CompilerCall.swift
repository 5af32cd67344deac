import Dispatch

/// One run of the compiler.
struct CompilerCall: Sendable {
  /// What came of it.
  struct Outcome: Sendable {
    var succeeded: Bool
    /// What it printed.
    var output: [UInt8]
  }

  let path: String
  let arguments: [String]
  /// All of the compiler's environment.
  let environment: [String: String]
  /// Where it runs, so that it names files as the person does.
  let folder: String
  /// How many bytes of what it prints are kept; what is over is read and dropped.
  let outputBytes: Int
  /// What it sees beside its folder.
  let confinement: Confinement

  /// The outcome, or why there is none.
  func result() async -> Result<Outcome, SketchError> {
    do throws(SketchError) {
      let outcome = try await run()
      return .success(outcome)
    } catch {
      return .failure(error)
    }
  }

  /// Runs the compiler. When the task is cancelled, the compiler and all that it started end.
  func run() async throws(SketchError) -> Outcome {
    let process = CompilerProcess()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { done in
        // Reading waits without giving the thread back, which Swift's own few threads are not for.
        DispatchQueue.global().async { done.resume(returning: process.run(self)) }
      }
    } onCancel: {
      process.end()
    }
    return try result.get()
  }
}
