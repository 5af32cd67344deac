import Guide
import TestSupport
import Testing

@testable import SetupFlow

@Suite("An answers file")
struct AnswersSheetTests {
  static let questions = ["path", "particle.access_token", "blynk.template_name"]

  private func read(_ yaml: String) throws -> AnswersSheet {
    try AnswersSheet(yaml: yaml, file: "a.yaml", questions: AnswersSheetTests.questions)
  }

  @Test("values are taken as they are written, whatever YAML would make of them")
  func verbatim() throws {
    let token = "0123456789012345678901234567890123456789"
    let sheet = try read(
      """
      # a remark
      path: blueprint
      particle.access_token: \(token)
      blynk.template_name: "  yes: no  "
      """)
    #expect(sheet.answers["particle.access_token"]?.open() == token)
    #expect(sheet.answers["blynk.template_name"]?.open() == "  yes: no  ")
    #expect(try read("blynk.template_name: 1e40").answers["blynk.template_name"]?.open() == "1e40")
    #expect(try read("blynk.template_name: true").answers["blynk.template_name"]?.open() == "true")
  }

  @Test("whatever stands between quotes is taken as it is")
  func quoted() throws {
    var random = Seeded(seed: 12)
    for length in 0..<200 {
      let text = random.text(length % 40, of: "aB7 :#-~{}[]&*!|>%@,?\"\\é世")
      #expect(
        try read("blynk.template_name: '\(text)'").answers["blynk.template_name"]?.open() == text)
    }
  }

  @Test("what a file says cannot be printed")
  func unprintable() throws {
    let sheet = try read("blynk.template_name: hunter2-hunter2")
    var text = ""
    dump(sheet, to: &text)
    #expect(!(text + "\(sheet)" + String(reflecting: sheet)).contains("hunter2"))
  }

  @Test("an empty file answers nothing", arguments: ["", "\n", "# only a remark\n"])
  func empty(yaml: String) throws {
    let sheet = try read(yaml)
    #expect(sheet.answers.isEmpty && !sheet.confirm && !sheet.mayAct)
    #expect(sheet.practiceAdmin == nil)
  }

  @Test(
    "nothing, a tilde and null are not given; in quotes they are texts",
    arguments: ["", "~", "null", "Null", "NULL"])
  func nothing(word: String) throws {
    let sheet = try read("blynk.template_name: \(word)\nconfirm: \(word)")
    #expect(sheet.answers.isEmpty && !sheet.confirm)
    let quoted = try read("blynk.template_name: '\(word)'")
    #expect(quoted.answers["blynk.template_name"]?.open() == word)
    #expect(throws: AnswersError.self) { try read("nosuch: \(word)") }
  }

  @Test("its own keys are yes or no, and the admin port")
  func ownKeys() throws {
    let sheet = try read("confirm: yes\ndo: TRUE\npractice.admin: http://127.0.0.1:1")
    #expect(sheet.confirm && sheet.mayAct && sheet.answers.isEmpty)
    #expect(sheet.practiceAdmin == "http://127.0.0.1:1")
    #expect(try !read("confirm: no\ndo: false").confirm)
    #expect(throws: AnswersError.notYesNo(file: "a.yaml", line: 2, key: "do")) {
      try read("path: manual\ndo: maybe")
    }
  }

  @Test("an unknown key is told its line and the nearest name")
  func unknownKey() {
    #expect(
      throws: AnswersError.unknownKey(
        file: "a.yaml", line: 2, key: "particle.acess_token", nearest: "particle.access_token")
    ) { try read("path: manual\nparticle.acess_token: x") }
    #expect(
      throws: AnswersError.unknownKey(
        file: "a.yaml", line: 1, key: "confrim", nearest: "confirm")
    ) { try read("confrim: yes") }
  }

  @Test("a list, a text and a map within are no answers")
  func shapes() {
    #expect(throws: AnswersError.notAMap(file: "a.yaml")) { try read("- path") }
    #expect(throws: AnswersError.notAMap(file: "a.yaml")) { try read("just words") }
    #expect(throws: AnswersError.notFlat(file: "a.yaml", line: 1, key: "path")) {
      try read("path: [blueprint, manual]")
    }
    #expect(throws: AnswersError.notFlat(file: "a.yaml", line: 1, key: "path")) {
      try read("path: { of: no return }")
    }
  }

  @Test(
    "no page about a broken file quotes a line of it",
    arguments: [
      "particle.access_token: \"SECRET", "particle.access_token: SECRET: x",
      "particle.access_token: [SECRET", "particle.access_token: 'SECRET\npath: x",
      "particle.access_token: &SECRET", "particle.access_token: *SECRET",
      "\tparticle.access_token: SECRET", "particle.access_token: SECRET\n bad: SECRET",
      "path: x\npath: SECRET", "particle.access_token: !!SECRET [", "%SECRET\n---\n",
    ])
  func quotesNothing(yaml: String) {
    do { _ = try read(yaml) } catch let error as AnswersError {
      #expect(!"\(error.problem)".contains("SECRET"))
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test("flags win over the file, the file over the environment")
  func filling() throws {
    var sheet = try read("path: blueprint\nparticle.access_token: from-file")
    sheet.fill(
      flags: ["path": "manual"],
      environment: [
        "PARTICLE_ACCESS_TOKEN": "from-environment", "BLYNK_AUTH_TOKEN": "from-environment",
        "PATH": "/usr/bin", "TEA_LEAF": "oolong",
      ], blynkURL: "https://fra1.blynk.cloud", questions: AnswersSheetTests.asked)
    #expect(sheet.answers["path"]?.open() == "manual")
    #expect(sheet.answers["particle.access_token"]?.open() == "from-file")
    #expect(sheet.answers["blynk.auth_token"]?.open() == "from-environment")
    #expect(sheet.answers["blynk.server"]?.open() == "https://fra1.blynk.cloud")
    #expect(sheet.answers["tea.leaf"]?.open() == "oolong")
    var empty = AnswersSheet.empty
    empty.fill(
      flags: [:], environment: ["BLYNK_AUTH_TOKEN": "", "PATH": "/usr/bin"], blynkURL: nil,
      questions: AnswersSheetTests.asked)
    #expect(empty.answers.isEmpty)
  }

  private static let asked = [
    Question(name: "path", shape: .choice(["blueprint", "manual"]), prompt: "Which way?"),
    Question(
      name: "particle.access_token", shape: .code(.hex, count: 40, secret: true), prompt: "Token:"),
    Question(
      name: "blynk.auth_token", shape: .code(.token, count: 32, secret: true), prompt: "Token:"),
    Question(name: "blynk.server", shape: .cloudHost, prompt: "Server:"),
    Question(name: "tea.leaf", shape: .text(1...20), prompt: "Leaf:"),
  ]

  @Test("each question can be answered by a variable or a flag, a secret by no flag")
  func sources() {
    let all = AnswersSheetTests.asked
    #expect(
      all.map(\.variable) == [
        nil, "PARTICLE_ACCESS_TOKEN", "BLYNK_AUTH_TOKEN", "BLYNK_SERVER", "TEA_LEAF",
      ])
    #expect(all.map(\.flag) == ["--path", nil, nil, "--blynk-url", "--set tea.leaf=…"])
    #expect(all.allSatisfy { $0.variable != nil || $0.flag != nil })
  }
}
