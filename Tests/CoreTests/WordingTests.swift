import Testing

@testable import Core

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

  @Test("two neighbours swapped are one slip, in short words too")
  func swapped() {
    #expect(Wording.nearest("bakc", among: ["back", "undo"]) == "back")
    #expect(Wording.nearest("tset", among: ["test", "status"]) == "test")
    #expect(Wording.distance("abcd", "badc") == 2)
  }

  @Test("the distance is none only to the word itself, and the same both ways")
  func bothWays() {
    let words = ["", "a", "ab", "ba", "abc", "cab", "bb"]
    for one in words {
      for two in words {
        #expect((Wording.distance(one, two) == 0) == (one == two))
        #expect(Wording.distance(one, two) == Wording.distance(two, one))
      }
    }
  }
}
