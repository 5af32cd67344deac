import Guide

/// What the program is to do next. Every command is safe to repeat: it looks before it makes.
package enum WalkCommand: Sendable, Equatable {
  case ask(Question, at: Step)
  case check(String, at: Step)
  case offer(act: String, at: Step)
  case perform(act: String, at: Step)
  case awaitHand(at: Step)
  case awaitMove(code: String, at: Step)
  case rest(at: Step)
  case finish
}
