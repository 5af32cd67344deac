import Console
import Ground
import Guidebook
import Journey

extension Person {
  func hear(_ news: News, in lap: Lap) {
    switch news {
    case .looking(let step), .doing(let step): try? present(step, in: lap)
    case .held(_, let evidence): terminal.say("✓ \(evidence)", .good)
    case .did(_, let result): terminal.say("✓ \(result)", .good)
    case .failed(let step, let problem):
      terminal.pause()
      terminal.show(problem, place: lap.place(of: step))
      tellHint(step, lap)
    }
  }

  /// The step's hint, if it has one.
  func tellHint(_ step: Step, _ lap: Lap) {
    guard let hint = step.hint, let prose = try? Guide.fill(hint, values: lap.values) else {
      return
    }
    terminal.say(prose)
  }
}
