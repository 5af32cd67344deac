import Core
import Testing

@testable import Terminal

@Suite("What holds for every page")
struct PagePropertyTests {
  private static let seeds = Array(UInt64(0)..<150)
  private static let widths = [40, 80, 120]

  @Test("no line is wider than the page but for a single unbreakable word", arguments: seeds)
  func width(seed: UInt64) {
    for width in PagePropertyTests.widths {
      var chance = Chance(seed: seed)
      let page = PageRenderer(traits: TerminalTraits(width: width))
      for line in page.page(chance.prose(withCode: false)).split(separator: "\n") {
        let wide = String(line).displayWidth > page.measure
        let words = line.drop { " │•0123456789.".contains($0) }.split(separator: " ")
        #expect(!wide || words.count == 1, "seed \(seed) at \(width): \(line)")
      }
    }
  }

  @Test("nothing that comes in can steer the terminal", arguments: seeds)
  func harmless(seed: UInt64) {
    for unicode in [true, false] {
      var chance = Chance(seed: seed)
      let page = PageRenderer(traits: TerminalTraits(width: 40, unicode: unicode))
      let prose = chance.prose(withCode: true)
      let problem = Problem(
        code: "x", title: chance.phrase(), attempt: chance.phrase(), evidence: [chance.phrase()],
        causes: chance.phrase(), next: chance.phrase(), outcome: .finding)
      let table = TableView(columns: [.init(chance.phrase())], rows: [[.init(chance.phrase())]])
      let all = [
        page.page(prose), page.problem(problem, place: chance.phrase()), page.table(table),
        page.line(chance.phrase()), page.line(chance.phrase(), right: chance.phrase()),
        page.progress(chance.phrase(), seconds: 3),
        PromptLayout(chance.phrase(), traits: page.traits, styled: true).last,
      ].joined()
      #expect(
        !all.unicodeScalars.contains(where: Chance.steers), "seed \(seed): \(all.debugDescription)")
    }
  }

  @Test("colour adds only its own codes", arguments: seeds)
  func ownCodes(seed: UInt64) {
    var chance = Chance(seed: seed)
    let prose = chance.prose(withCode: true)
    let plain = PageRenderer(traits: TerminalTraits(width: 80)).page(prose)
    let coloured = PageRenderer(traits: TerminalTraits(width: 80, colour: true)).page(prose)
    #expect(coloured.withoutColour == plain)
  }

  @Test("a page ends each line, and none of them in spaces", arguments: seeds)
  func lineEnds(seed: UInt64) {
    var chance = Chance(seed: seed)
    let page = PageRenderer(traits: TerminalTraits(width: 40)).page(chance.prose(withCode: true))
    #expect(page.isEmpty || page.hasSuffix("\n"))
    #expect(!page.contains(" \n"))
  }
}
