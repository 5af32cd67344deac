import Core

/// What can stand in the way of a sketch.
package enum SketchError: Error, Sendable, Equatable {
  /// Each practice device needs a copy of the sketch of its own, and all of them are in use.
  case noFreeCopy(limit: Int)
  /// No folder of `PATH` has any of these compilers.
  case noCompiler(names: [String])
  /// The compiler refused; its messages as it printed them, with the person's own file names.
  case compileFailed(messages: String)
  /// The compiler was ended, as it took longer than this.
  case compileTimedOut(limit: Duration)
  /// The files cannot be a sketch; why, in a few words.
  case sketchUnfit(reason: Phrase)
  /// This machine refused what compiling or loading needs; which act, and its own words for why.
  case hostFailed(act: Phrase, reason: Phrase)
  /// The program was made for another kind of board.
  case wrongPlatform(made: Int32, device: Int32)
}
