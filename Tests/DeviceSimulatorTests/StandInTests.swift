import Testing

@testable import DeviceSimulator

/// What Device OS does, asked of its stand-in by sketches.
struct StandInTests {
  /// Runs statements that count what is wrong, in C++, and answers the lines that are.
  static func wrong(_ checks: [String], above: String = "") async throws -> [String] {
    let lines = checks.enumerated().map { "  if (!(\($1))) wrong += String(\($0)) + \" \";" }
    let bench = try await ForeignBench.running(
      """
      \(above)
      String wrong;
      const char *nothing = nullptr;
      void setup() {
      \(lines.joined(separator: "\n"))
        Particle.variable("wrong", wrong);
      }
      void loop() {}
      """)
    guard case .string(let numbers) = await bench.device.variable("wrong") else { return ["none"] }
    return numbers.split(separator: " ").compactMap { Int($0).map { checks[$0] } }
  }

  @Test("String does what Wiring's does")
  func strings() async throws {
    #expect(
      try await StandInTests.wrong([
        #"String("abc") == "abc" && String("abc") != "abd""#,
        #"String() == "" && String().length() == 0"#,
        #"String(nothing) == "" && String(nothing).c_str() == nullptr"#,
        #"String(42) == "42" && String(-7) == "-7" && String('x') == "x""#,
        #"String(255, HEX) == "ff" && String(5, BIN) == "101" && String(8, OCT) == "10""#,
        #"String(-2147483647 - 1) == "-2147483648""#,
        #"String(18446744073709551615ull) == "18446744073709551615""#,
        #"String(3.14159) == "3.141590" && String(3.14159, 2) == "3.14""#,
        #"String(-0.5, 0) == "-1" && String(2.5f, 1) == "2.5" && String(4294967296.0, 0) == "0""#,
        #"String("a") + "b" + 'c' + 1 + 2.5 == "abc12.500000""#,
        #""a" + String("b") == "ab" && String("b") + 5u == "b5" && String("b") + 2.5 == "b2.500000""#,
        #"(wrong + "x").length() == wrong.length() + 1"#,
        #"String("abc").substring(1) == "bc" && String("abc").substring(2, 1) == "b""#,
        #"String("abc").substring(9) == "" && String("abc").substring(1, 99) == "bc""#,
        #"String("hello").indexOf('l') == 2 && String("hello").indexOf("lo") == 3"#,
        #"String("hello").indexOf('l', 3) == 3 && String("hello").indexOf('z') == -1"#,
        #"String("hello").indexOf("", 5) == -1 && String("hello").lastIndexOf('l') == 3"#,
        #"String("hello").lastIndexOf("l", 2) == 2 && String("").lastIndexOf("a") == -1"#,
        #"String(" \ta b\n").trim() == "a b" && String("   ").trim() == """#,
        #"String("a-b-c").replace("-", "--") == "a--b--c" && String("aa").replace('a', 'b') == "bb""#,
        #"String("abc").replace("", "x") == "abc" && String("abc").remove(1) == "a""#,
        #"String("abcd").remove(1, 2) == "ad" && String("abc").remove(7, 2) == "abc""#,
        #"String("AbC").toLowerCase() == "abc" && String("aBc").toUpperCase() == "ABC""#,
        #"String("12x").toInt() == 12 && String("x").toInt() == 0 && String("-1.5").toFloat() == -1.5f"#,
        #"String("On").equalsIgnoreCase("ON") && !String("On").equalsIgnoreCase("Off")"#,
        #"String("abc").startsWith("ab") && String("abc").startsWith("c", 2) && !String("a").startsWith("ab")"#,
        #"String("abc").endsWith("bc") && !String("c").endsWith("bc") && String("abc").endsWith("")"#,
        #"String("a") < String("b") && String("b") > String("a") && String("a") <= String("a")"#,
        #"String("abc")[1] == 'b' && String("abc")[9] == 0 && String("abc").charAt(2) == 'c'"#,
        #"String::format("%d-%s", 5, "x") == "5-x" && String::format("%s", "").length() == 0"#,
      ]) == [])
  }

  @Test("time, pins, memory and arithmetic do what they do on a device")
  func others() async throws {
    #expect(
      try await StandInTests.wrong([
        "Time.year(1704067200) == 2024 && Time.month(1704067200) == 1 && Time.day(1704067200) == 1",
        "Time.weekday(1704067200) == 2 && Time.hour(1704067200 + 3600 * 13) == 13",
        "Time.hourFormat12(1704067200) == 12 && Time.hourFormat12(1704067200 + 3600 * 13) == 1",
        #"Time.format(1704067200, "%Y-%m-%d") == "2024-01-01""#,
        #"Time.format(1704067200, TIME_FORMAT_ISO8601_FULL) == "2024-01-01T00:00:00Z""#,
        #"Time.timeStr(1704067200) == "Mon Jan  1 00:00:00 2024""#,
        "min(1, 2) == 1 && max(1, 2.5) == 2.5 && constrain(7, 0, 5) == 5 && constrain(-1, 0, 5) == 0",
        "map(5, 0, 10, 0, 100) == 50 && map(1, 2, 2, 0, 1) == 1",
        "digitalRead(D2) == LOW && (pinMode(D2, INPUT_PULLUP), digitalRead(D2)) == HIGH",
        "(pinMode(D3, OUTPUT), digitalWrite(D3, HIGH), digitalRead(D3)) == HIGH",
        "(digitalWrite(D4, HIGH), digitalRead(D4)) == LOW && digitalRead(999) == LOW",
        "analogRead(A0) == 3898 && analogRead(A5) == 3898",
        "EEPROM.read(0) == 0xFF && (EEPROM.write(0, 7), EEPROM.read(0)) == 7 && EEPROM.read(-1) == 255",
        "random(0) == 0 && random(5, 5) == 5 && random(10) < 10 && random(3, 4) == 3",
        "PLATFORM_ID == PLATFORM_BORON && SYSTEM_VERSION >= SYSTEM_VERSION_DEFAULT(6, 0, 0)",
        "SYSTEM_VERSION == 0x060101FF && SYSTEM_VERSION_RC(6, 1, 1, 2) < SYSTEM_VERSION",
        "NETWORK_INTERFACE_WIFI_STA == 4 && NETWORK_INTERFACE_WIFI_AP == 5",
        "analogWriteResolution(A3, 12) == 12 && analogWriteResolution(A3, 16) == 12",
        "analogWriteResolution(A4) == 8 && analogWriteMaxFrequency(A4) == 500000",
        "Particle.connected() && !Particle.disconnected() && WiFi.ready() && !Serial.isConnected()",
      ]) == [])
  }

  @Test("there is room for 15 functions, 20 variables and names of 64 bytes, and no more")
  func registry() async throws {
    let bench = try await ForeignBench.running(
      """
      int zero(String) { return 0; }
      int value = 1, functions = 0, variables = 0, handlers = 0;
      void hear(const char *, const char *) {}
      void setup() {
        String name;
        while (name.length() < 64) name += "n";
        if (Particle.variable(name.c_str(), value)) variables++;
        if (Particle.variable("variables", variables)) variables++;
        if (Particle.variable("functions", functions)) variables++;
        if (Particle.variable("handlers", handlers)) variables++;
        if (Particle.function((name + "n").c_str(), zero)) functions += 1000;
        if (Particle.variable((name + "n").c_str(), value)) variables += 1000;
        for (int i = 0; i < 30; i++) {
          if (Particle.function((name.substring(2) + String(i)).c_str(), zero)) functions++;
          if (Particle.variable(String(i).c_str(), value)) variables++;
          if (Particle.subscribe("x", hear)) handlers++;
        }
      }
      void loop() {}
      """)
    #expect(await bench.device.variable("functions") == .int(15))
    #expect(await bench.device.variable("variables") == .int(20))
    #expect(await bench.device.variable("handlers") == .int(4))
    #expect(await bench.device.functions.count == 15)
    #expect(await bench.device.variables.count == 20)
  }

  @Test("a variable of any type shows as it is when it is read")
  func variables() async throws {
    let bench = try await ForeignBench.running(
      """
      int i = -5;
      uint32_t u = 7;
      bool b = true;
      double d = 2.5;
      char c[10] = "chars";
      String s = "text";
      String made() { return s + String(i); }
      void setup() {
        Particle.variable("i", i);
        Particle.variable("u", u);
        Particle.variable("b", b);
        Particle.variable("d", d);
        Particle.variable("c", c);
        Particle.variable("s", s);
        Particle.variable("made", made);
        Particle.variable("lambda", [] { return d * 2; });
        Particle.variable("old_i", &i, INT);
        Particle.variable("old_c", c, STRING);
        i = -6;
      }
      void loop() {}
      """)
    let expected: [String: SketchVariable] = [
      "i": .int(-6), "u": .int(7), "b": .bool(true), "d": .double(2.5), "c": .string("chars"),
      "s": .string("text"), "made": .string("text-6"), "lambda": .double(5), "old_i": .int(-6),
      "old_c": .string("chars"),
    ]
    #expect(await bench.device.variables == expected.mapValues(\.typeName))
    for (name, value) in expected { #expect(await bench.device.variable(name) == value) }
  }

  @Test("an event over a limit is cut, one with a reserved name is sent, and one too soon refused")
  func publishLimits() async throws {
    let bench = try await ForeignBench.running(
      """
      int refused = 0;
      String text(unsigned size) { String t; while (t.length() < size) t += "x"; return t; }
      int send(String what) {
        if (what == "name64") return Particle.publish(text(64), "");
        if (what == "name65") return Particle.publish(text(65), "");
        if (what == "data1024") return Particle.publish("d", text(1024), PRIVATE);
        if (what == "data1025") return Particle.publish("d", text(1025), PRIVATE | WITH_ACK);
        return Particle.publish(what, "", 60, PRIVATE);
      }
      void setup() { Particle.function("send", send); }
      void loop() {}
      """)
    for (what, taken) in [
      ("name64", 1), ("name65", 1), ("data1024", 1), ("data1025", 1), ("sparkle", 1),
      ("particles", 1), ("Spark", 1),
    ] {
      #expect(await bench.device.call("send", what) == .returned(Int32(taken)), "\(what)")
      let events = bench.events()
      #expect(events.count == taken, "\(what)")
      #expect(events.allSatisfy { $0.name.utf8.count <= 64 && $0.data.utf8.count <= 1024 })
      await bench.pass(.seconds(2))
    }
    for taken in [1, 1, 1, 1, 0] {
      #expect(await bench.device.call("send", "burst") == .returned(Int32(taken)))
    }
    // Refused attempts count too: a try every quarter of a second keeps the door shut for good.
    for _ in 0..<40 {
      await bench.pass(.milliseconds(240))
      #expect(await bench.device.call("send", "hammer") == .returned(0))
    }
    await bench.pass(.seconds(1))
    #expect(await bench.device.call("send", "rested") == .returned(1))
  }

  @Test("what is registered twice is replaced, and a temporary's value is kept as it was")
  func replaced() async throws {
    let bench = try await ForeignBench.running(
      """
      int one(String) { return 1; }
      int two(String) { return 2; }
      int first = 1, second = 2;
      uint8_t small = 7;
      String longText;
      void setup() {
        Particle.function("f", one);
        Particle.function("f", two);
        Particle.variable("v", first);
        Particle.variable("v", second);
        Particle.variable("small", small);
        Particle.variable("long", longText);
        small = 8;
        for (int i = 0; i < 1500; i++) longText += 'x';
      }
      void loop() {}
      """)
    #expect(await bench.device.functions == ["f"])
    #expect(await bench.device.call("f", "") == .returned(2))
    #expect(await bench.device.variable("v") == .int(2))
    #expect(await bench.device.variable("small") == .int(7))
    #expect(await bench.device.variable("long") == .string(String(repeating: "x", count: 1024)))
  }

  @Test("a handler gets a null pointer where there is no data")
  func noData() async throws {
    let bench = try await ForeignBench.running(
      """
      int nulls = 0, texts = 0;
      void hear(const char *, const char *data) { data ? texts++ : nulls++; }
      void setup() {
        Particle.subscribe("e", hear);
        Particle.variable("nulls", nulls);
        Particle.variable("texts", texts);
      }
      void loop() {}
      """)
    await bench.device.receive(name: "e", data: "")
    await bench.device.receive(name: "e", data: "x")
    #expect(await bench.device.variable("nulls") == .int(1))
    #expect(await bench.device.variable("texts") == .int(1))
  }

  @Test("the C library writes and reads numbers as a board's does")
  func library() async throws {
    #expect(
      try await StandInTests.wrong(
        [
          #"written("%zu") == "zu" && written("%hhd", 5) == "hd" && written("%a", 1.0) == "a""#,
          #"written("%ld %lu", int32_t(-5), uint32_t(7)) == "-5 7""#,
          #"written("%lld", int64_t(-5000000000)) == "-5000000000" && written("%5.1f|", 2.25) == "  2.2|""#,
          #"atoi("99999999999") == 2147483647 && strtol("-99999999999", 0, 10) == -2147483647 - 1"#,
          #"JSONValue::parseCopy("{\"a\":1}").isObject() && !JSONValue::parseCopy("{a").isValid()"#,
          #"json(NAN, "\xc3\xa4") == "[0,\"\\u00c3\\u00a4\"]""#,
        ],
        above: """
          String written(const char *format, ...) {
            char text[64];
            va_list values;
            va_start(values, format);
            vsnprintf(text, sizeof(text), format, values);
            va_end(values);
            return text;
          }
          String json(double value, const char *text) {
            String out;
            JSONStringWriter writer(out);
            writer.beginArray().value(value).value(text).endArray();
            return out;
          }
          """) == [])
  }

  @Test("millis() starts again from 0 after 2^32, and System.millis() does not")
  func wraps() async throws {
    let bench = try await ForeignBench.running(
      """
      void setup() {
        Particle.variable("wraps", [] { return String(millis()); });
        Particle.variable("goes_on", [] { return String(System.millis()); });
      }
      void loop() {}
      """)
    await bench.pass(.milliseconds((1 << 32) + 5))
    #expect(await bench.device.variable("wraps") == .string("5"))
    #expect(await bench.device.variable("goes_on") == .string("4294967301"))
  }

  @Test("a slow function is waited for, and a slow loop makes each call wait")
  func slow() async throws {
    let program = try await ForeignBench.program(
      """
      int nap(String s) { delay(s.toInt()); return 7; }
      void setup() { Particle.function("nap", nap); }
      void loop() {}
      """)
    let clock = ContinuousClock()
    let device = try SketchDevice(platformID: 13, clock: clock) { _ in true }
    await device.goOnline()
    try await device.flash(program)
    let start = clock.now
    #expect(await device.call("nap", "30") == .returned(7))
    #expect(clock.now - start >= .milliseconds(29))
    await device.slowDown(loopTime: .milliseconds(20))
    let next = clock.now
    #expect(await device.call("nap", "0") == .returned(7))
    #expect(clock.now - next >= .milliseconds(20))
    await device.goOffline()
  }
}
