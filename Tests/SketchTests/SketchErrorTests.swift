import Ground
import Testing

@testable import Sketch

struct SketchErrorTests {
  @Test("each error has a title, something to do next, and nothing of the token")
  func words() {
    for error in [SketchError.authTokenUnfit(length: 31), .noFreeCopy(limit: 128)] {
      #expect(!error.problem.title.isEmpty && !error.problem.next.isEmpty)
    }
    #expect(SketchError.authTokenUnfit(length: 1).problem.evidence == ["the token has 1 character"])
  }
}
