import HTTPTestServer
import Testing

@testable import PracticeClouds

struct WebhookTemplateTests {
  private static let data = """
    {"t":"a&b<c>\\"d\\"'e'","v14":7,"v15":3.141590,"whole":1.0,"big":1e21,"yes":true,"no":false,\
    "none":null,"empty":"","list":[{"n":1},{"n":2}],"words":["x","y"],"zero":0,\
    "a":{"b":{"c":"deep"}},"c":[{"d":"indexed"}],"nothing":[]}
    """

  @Test(
    "a template is filled as particle:template-rules says",
    arguments: [
      ("plain", "plain"), ("", ""), ("{{v14}}", "7"), ("{{ v14 }}", "7"), ("{{v15}}", "3.14159"),
      ("{{whole}}", "1"), ("{{big}}", "1e+21"), ("{{yes}}{{no}}", "truefalse"),
      ("[{{none}}]", "[]"),
      ("[{{missing}}]", "[]"), ("[{{a.missing.c}}]", "[]"), ("[{{v14.b}}]", "[]"),
      ("{{t}}", "a&amp;b&lt;c&gt;&quot;d&quot;&#39;e&#39;"), ("{{{t}}}", "a&b<c>\"d\"'e'"),
      ("{{& t}}", "a&b<c>\"d\"'e'"), ("{{{a.b.c}}}", "deep"), ("{{{c.0.d}}}", "indexed"),
      ("[{{{c.1.d}}}]", "[]"), ("{{words.1}}", "y"), ("{{words}}", "x,y"),
      ("{{a}}", "[object Object]"),
      ("{{#list}}<{{n}}>{{/list}}", "<1><2>"), ("{{#words}}{{.}};{{/words}}", "x;y;"),
      ("{{#a}}{{b.c}}{{v14}}{{/a}}", "deep7"), ("{{#yes}}on{{/yes}}{{^yes}}off{{/yes}}", "on"),
      ("{{#no}}on{{/no}}{{^no}}off{{/no}}", "off"), ("{{^missing}}none{{/missing}}", "none"),
      ("{{#nothing}}x{{/nothing}}{{^nothing}}none{{/nothing}}", "none"),
      ("{{#zero}}x{{/zero}}{{#empty}}y{{/empty}}{{^zero}}z{{/zero}}", "z"),
      ("{{#a}}{{#b}}{{c}}{{/b}}{{/a}}", "deep"), ("a{{! a note }}b{{> part}}c", "abc"),
      ("{{open", "{{open"), ("{{#list}}never closed", "{{#list}}never closed"),
      ("{{#a}}x{{/b}}", "{{#a}}x{{/b}}"), ("x{{/a}}", "x{{/a}}"), ("[{{}}{{..}}]", "[]"),
      ("{ {{v14}} }", "{ 7 }"),
      ("{\"v\":{{{v14}}}}", "{\"v\":7}"), ("{{{v14}}}}", "7}"),
    ])
  func rule(_ template: String, _ text: String) throws {
    let data = try #require(JSONValue(parsing: WebhookTemplateTests.data))
    #expect(WebhookTemplate(template).filled([data]) == text)
  }

  @Test(
    "what hogan.js 3.0.2 does otherwise than Mustache is done",
    arguments: [
      ("a\n{{#yes}}\nb\n{{/yes}}\nc", "a\nb\nc"), ("a\n  {{! note }}  \nb", "a\nb"),
      ("a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\n", "a\r\nb\r\n"),
      ("{{#yes}}\nx\n{{/yes}}", "x\n"), ("a\n{{^yes}}\nb\n{{/yes}}\nc\n", "a\nc\n"),
      ("{{#yes}}{{#yes}}\nx\n{{/yes}}{{/yes}}\n", "x\n"),
      ("a {{#yes}}\nb{{/yes}}\n", "a \nb\n"), ("{{v14}}\n\n", "7\n\n"),
      ("  {{v14}}\n", "  7\n"), ("{{#list}}\n- {{n}}\n{{/list}}\n", "- 1\n- 2\n"),
      ("{{=<% %>=}}<%v14%>{{v14}}", "7{{v14}}"), ("{{=<% %>=}}\n<%v14%>\n", "7\n"),
      ("{{=| |=}}|#yes|on|/yes||={{ }}=|{{v14}}", "on7"),
      ("{{=<% %>=}}<%& t%><%{t}%>", "a&b<c>\"d\"'e'a&b<c>\"d\"'e'"),
      ("{{list.length}}{{words.length}}{{nothing.length}}", "220"), ("[{{v14.length}}]", "[]"),
      ("[{{.}}]", "[]"), ("[{{#a}}{{.}}{{/a}}]", "[]"), ("[{{#yes}}{{.}}{{/yes}}]", "[]"),
      ("{{#words}}{{.}}{{#yes}}[{{.}}]{{/yes}}{{/words}}", "x[]y[]"),
    ])
  func hogan(_ template: String, _ text: String) throws {
    let data = try #require(JSONValue(parsing: WebhookTemplateTests.data))
    #expect(WebhookTemplate(template).filled([data]) == text)
  }

  @Test("the last context hides names of those before it")
  func contexts() {
    #expect(WebhookTemplate("{{x}}{{y}}").filled([["x": 1, "y": 2], ["x": 3]]) == "32")
  }

  @Test("sections may be nested, but not without end")
  func depth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "{{#a}}", count: depth) + "x" + String(repeating: "{{/a}}", count: depth)
    }
    let limit = WebhookTemplateReader.depthLimit
    #expect(WebhookTemplate(nested(limit)).filled([["a": true]]) == "x")
    #expect(WebhookTemplate(nested(limit + 1)).filled([["a": true]]) == nested(limit + 1))
    #expect(WebhookTemplate(nested(100_000)).filled([["a": true]]) == nested(100_000))
  }

  @Test("text of any kind between braces never fails and never grows without end")
  func anything() {
    let pieces = [
      "{{", "}}", "{{{", "}}}", "#", "/", "^", "a.b", "a", " ", "{{#a}}", "{{/a}}", "ä",
    ]
    var chance = PracticeChance(seed: 11)
    for _ in 0..<5_000 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
      #expect(WebhookTemplate(text).filled([["a": "b"]]).utf8.count <= text.utf8.count)
    }
  }
}
