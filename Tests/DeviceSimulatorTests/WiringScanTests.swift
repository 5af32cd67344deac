import TestSupport
import Testing

@testable import DeviceSimulator

/// What is added to an `.ino`; the rules are those of Particle's own preprocessing.
struct WiringScanTests {
  static func made(_ text: String) -> String {
    WiringSource(SketchFile(path: "a.ino", text: text)).cppText
  }

  static func heads(_ text: String) -> [String] {
    WiringScan(Array(text.utf8)).missingDeclarations
  }

  @Test("Particle.h comes first, then the person's own includes, then the declarations")
  func order() {
    #expect(
      WiringScanTests.made("// mine\n#include <math.h>\n\nint x = 1;\nvoid setup() {\n}\n")
        == """
        #include "Particle.h"
        #line 1 "a.ino"
        // mine
        #include <math.h>
        void setup();
        #line 2 "a.ino"


        int x = 1;
        void setup() {
        }

        """)
  }

  @Test(
    "Particle.h is not included twice, whatever it is called",
    arguments: ["Particle.h", "application.h", "Arduino.h"])
  func included(name: String) {
    for include in [
      "#include \"\(name)\"", "#include <\(name)>", "  #  include   \"\(name)\" // a",
    ] {
      let made = WiringScanTests.made("#define A\n\(include)\nvoid setup() {}")
      #expect(made.components(separatedBy: "include").count == 2)
      #expect(made.hasSuffix("void setup();\n#line 2 \"a.ino\"\n\nvoid setup() {}"))
    }
    #expect(
      WiringScanTests.made("// #include \"\(name)\"\n").hasPrefix("#include \"Particle.h\"\n"))
  }

  @Test("a sketch that wants none of this is left as it is")
  func leftAlone() {
    let text = "#pragma SPARK_NO_PREPROCESSOR\nvoid setup() {}\n"
    #expect(WiringScanTests.made(text) == "#line 1 \"a.ino\"\n" + text)
  }

  @Test(
    "the functions with a body are found, and nothing else",
    arguments: [
      ("int f(String a) {}", ["int f(String a)"]),
      (
        "static\n unsigned  long\tg ( int a[ ], char *b )\n{}",
        ["static unsigned long g ( int a[ ], char *b )"]
      ),
      ("String &h(const String &s) {}", ["String &h(const String &s)"]),
      ("void f();", []), ("class A { void f() {} };", []), ("struct P {}; int f(P p) {}", []),
      ("typedef struct { int a; } Q; Q f() {}", []), ("enum class E { a }; void f(E e) {}", []),
      ("int A::f() {}", []), ("template <typename T> T f(T a) {}", []),
      ("extern \"C\" void f() {}", []), ("void f(int a = 1) {}", []), ("int a[] = {1};", []),
      ("// int f() {}\n/* int g() {} */ const char *s = \"int h() {}\";", []),
      ("char c = '{'; int f() {}", ["int f()"]), ("int n = 1'000'000; int f() {}", ["int f()"]),
      ("const char *s = R\"x({\")x\"; int f() {}", ["int f()"]),
      ("#define A // /* {\nint f() {}", ["int f()"]),
      ("#define A /* {\n{ */\nint f() {}", ["int f()"]),
      ("#define BEGIN {\nint f() {}", ["int f()"]), ("#define A \\\n {\nint f() {}", ["int f()"]),
      ("void loop() { if (a) { b(); } else if (c) {} }", ["void loop()"]),
      ("SYSTEM_MODE(MANUAL)\nvoid setup() {}", ["void setup()"]),
      ("int f() {} int f() {}", ["int f()"]), ("} } int f() {}", ["int f()"]),
    ] as [(String, [String])])
  func functions(text: String, heads: [String]) {
    #expect(WiringScanTests.heads(text) == heads)
  }

  @Test("any text is read to its end, no line of it is lost, and each keeps its number")
  func anyText() {
    var random = Seeded(seed: 5)
    let pieces = [
      "\"", "'", "/*", "*/", "//", "\n", "\\", "#", "#include", " \"a.h\"", "{", "}", "(", ")",
      "int f",
      "R\"(", ")\"", ";", " ", "\r\n", "é", "template <", ">", "a", "0",
    ]
    for _ in 0..<5000 {
      let count = Int.random(in: 0...40, using: &random)
      let text = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      let made = WiringScanTests.made(text)
      let parts = made.utf8.split(separator: 10, omittingEmptySubsequences: false)
      let last = parts.lastIndex { Substring($0).hasPrefix("#line ") } ?? 0
      let number = Int(Substring(parts[last]).split(separator: " ")[1]) ?? 0
      #expect(parts.count - last - 1 == lines.count - number + 1)
    }
  }
}
