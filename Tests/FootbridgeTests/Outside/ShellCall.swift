extension ProgramCall {
  /// The same program, started by a shell that does something first, such as sending its output
  /// elsewhere: `run` stands for the program with its arguments.
  func inShell(_ script: String) -> ProgramCall {
    var call = self
    call.path = "/bin/bash"
    call.arguments =
      ["-c", script.replacing("run", with: "exec \"$0\" \"$@\"", maxReplacements: 1), path]
      + arguments
    return call
  }
}
