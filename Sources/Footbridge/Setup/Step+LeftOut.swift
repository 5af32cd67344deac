import Guidebook
import Journey

extension Step {
  /// What happens where an optional question gets no answer.
  var leftOut: WalkEvent { .skipped(step: name, why: "left out; it is optional") }
}
