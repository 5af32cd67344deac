import Testing

@testable import Terminal

@Suite("Tables")
struct TableLayoutTests {
  private let legs = TableView(
    columns: [.init(""), .init(""), .init("", .right)],
    rows: [
      ["write", "Blynk took V16 = 1", "0.2 s"], ["forward", "Particle got 400", "–"],
      ["read", "not tried"],
    ], indent: 4)
  private let history = TableView(
    columns: [.init("Started"), .init("Verdict"), .init("Total", .right), .init("Cause")],
    rows: [
      ["2026-01-02 10:11", .init("pass", .good), "912 ms", ""],
      ["2026-01-02 10:21", .init("fail", .bad), "30.1 s", "the integration was taken away"],
    ])

  private func table(_ table: TableView, width: Int) -> String {
    PageRenderer(traits: TerminalTraits(width: width)).table(table)
  }

  @Test("columns without titles have no head, and numbers lean right")
  func headless() {
    #expect(
      table(legs, width: 80) == """
            write    Blynk took V16 = 1  0.2 s
            forward  Particle got 400        –
            read     not tried

        """)
  }

  @Test("a table that fits is as wide as its words")
  func fits() {
    #expect(
      table(history, width: 80) == """
        Started           Verdict   Total  Cause
        ────────────────  ───────  ──────  ──────────────────────────────
        2026-01-02 10:11  pass     912 ms
        2026-01-02 10:21  fail     30.1 s  the integration was taken away

        """)
  }

  @Test("a table that is too wide fills the column with the most to say")
  func shrinks() {
    #expect(
      table(history, width: 56) == """
        Started           Verdict   Total  Cause
        ────────────────  ───────  ──────  ─────────────────────
        2026-01-02 10:11  pass     912 ms
        2026-01-02 10:21  fail     30.1 s  the integration was
                                           taken away

        """)
  }

  @Test("a table that cannot fit is stacked, a name and a value a line")
  func stacks() {
    #expect(
      table(history, width: 36) == """
        Started: 2026-01-02 10:11
        Verdict: pass
        Total: 912 ms
        Cause:

        Started: 2026-01-02 10:21
        Verdict: fail
        Total: 30.1 s
        Cause: the integration was taken
          away

        """)
  }

  @Test("names and values that do not fit in columns take a line each")
  func pairs() {
    let form = TableView(
      columns: [.init("field"), .init("value")],
      rows: [["NAME", "hook"], ["URL", "http://127.0.0.1:8080/v1/devices"], ["UNITS", ""]])
    #expect(
      table(form, width: 36) == """
        NAME: hook
        URL:
          http://127.0.0.1:8080/v1/devices
        UNITS:

        """)
  }

  @Test("a verdict's colour is drawn around its word only")
  func colour() {
    let page = PageRenderer(traits: TerminalTraits(colour: true)).table(history)
    #expect(page.contains("  \u{1B}[32mpass\u{1B}[0m     912 ms"))
  }
}
