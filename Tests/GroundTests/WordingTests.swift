import Testing

@testable import Ground

@Suite struct WordingTests {
  @Test("plurals and lists")
  func words() {
    #expect(Wording.count(1, "step") == "1 step")
    #expect(Wording.count(3, "step") == "3 steps")
    #expect(Wording.count(2, "entry", "entries") == "2 entries")
    #expect(Wording.list(["a"]) == "a")
    #expect(Wording.list(["a", "b", "c"]) == "a, b or c")
    #expect(Wording.list(["a", "b"], "and") == "a and b")
  }

  @Test("a near miss is suggested, a far one is not")
  func nearest() {
    #expect(Wording.nearest("chekc", among: ["check", "back"]) == "check")
    #expect(
      Wording.nearest("blynk.auth_tokn", among: ["blynk.auth_token", "path"]) == "blynk.auth_token")
    #expect(Wording.nearest("zzzz", among: ["check", "back"]) == nil)
  }

  @Test("the distance is a metric on short words")
  func metric() {
    let words = ["", "a", "ab", "ba", "abc", "cab", "bb"]
    for one in words {
      #expect(Wording.distance(one, one) == 0)
      for two in words {
        #expect(Wording.distance(one, two) == Wording.distance(two, one))
        for three in words {
          #expect(
            Wording.distance(one, three)
              <= Wording.distance(one, two) + Wording.distance(two, three))
        }
      }
    }
  }
}
