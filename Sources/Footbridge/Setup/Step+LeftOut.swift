import Guidebook
import Journey

extension Step {
  /// What happens where an optional question gets no answer.
  var leftOut: WalkEvent { .skipped(step: name, why: Standing.leftOutWhy) }
}
