import Testing

@testable import DeviceSimulator

/// How any sketch lives on the practice device.
struct ForeignSketchTests {
  @Test("delay() pauses the sketch for just that long, and calls are answered meanwhile")
  func delays() async throws {
    let bench = try await ForeignBench.running(
      """
      int called = 0;
      int touch(String s) { return ++called; }
      void setup() { Particle.function("touch", touch); }
      void loop() {
        Particle.publish("tick", String(millis()));
        delay(2000);
      }
      """)
    #expect(bench.events().map(\.data) == ["0"])
    await bench.pass(.milliseconds(1999))
    #expect(await bench.device.call("touch", "") == .returned(1))
    #expect(bench.events() == [])
    await bench.pass(.milliseconds(1))
    await bench.pass(.zero)
    #expect(bench.events().map(\.data) == ["2000"])
  }

  @Test("a sketch that waits by looking at the clock gives the turn back")
  func circles() async throws {
    let bench = try await ForeignBench.running(
      """
      void setup() {
        unsigned long start = millis();
        while (millis() - start < 5000);
        Particle.publish("done");
      }
      void loop() {}
      """)
    #expect(bench.events() == [])
    await bench.pass(.seconds(5))
    #expect(bench.events().map(\.name) == ["done"])
  }

  @Test("a timer runs on time, once or again and again, until it is stopped")
  func timers() async throws {
    let bench = try await ForeignBench.running(
      """
      int ticks = 0, once = 0;
      Timer every(1000, [] { ticks++; });
      Timer single(1500, [] { once++; }, true);
      int stop(String) { return every.stop(); }
      void setup() {
        every.start();
        single.start();
        Particle.variable("ticks", ticks);
        Particle.variable("once", [] { return once; });
        Particle.function("stop", stop);
      }
      void loop() {}
      """)
    for _ in 0..<5 { await bench.pass(.seconds(1)) }
    #expect(await bench.device.variable("ticks") == .int(5))
    #expect(await bench.device.variable("once") == .int(1))
    #expect(await bench.device.call("stop", "") == .returned(1))
    await bench.pass(.seconds(9))
    #expect(await bench.device.variable("ticks") == .int(5))
  }

  @Test("an event reaches the handlers whose word it begins with, and no others")
  func subscribes() async throws {
    let bench = try await ForeignBench.running(
      """
      String heard;
      void take(const char *name, const char *data) { heard += String(name) + "=" + data + ";"; }
      void setup() {
        Particle.subscribe("hook-response/", take, MY_DEVICES);
        Particle.variable("heard", heard);
      }
      void loop() {}
      """)
    #expect(await bench.device.subscriptions == ["hook-response/"])
    await bench.device.receive(name: "hook-response/a/0", data: "1")
    await bench.device.receive(name: "hook-error/a", data: "2")
    #expect(await bench.device.variable("heard") == .string("hook-response/a/0=1;"))
  }

  @Test("a reset starts every global again, for the person's reason or the sketch's")
  func resets() async throws {
    let bench = try await ForeignBench.running(
      """
      int count = 5;
      int raise(String) { return ++count; }
      int restart(String) { System.reset(); return 0; }
      void setup() {
        Particle.function("raise", raise);
        Particle.function("restart", restart);
        Particle.variable("count", count);
      }
      void loop() {}
      """)
    #expect(await bench.device.lastReset == .update)
    #expect(await bench.device.call("raise", "") == .returned(6))
    await bench.device.reset()
    #expect(await bench.device.variable("count") == .int(5))
    #expect(await bench.device.lastReset == .pinReset)
    #expect(await bench.device.call("raise", "") == .returned(6))
    #expect(await bench.device.call("restart", "") == .noAnswer)
    #expect(await bench.device.mode == .restarting)
    await bench.pass(.milliseconds(100))
    #expect(await bench.device.lastReset == .user)
    #expect(await bench.device.variable("count") == .int(5))
    #expect(await bench.device.starts == 3)
  }

  @Test("in safe mode a device is online without its sketch, until it is reset")
  func safeMode() async throws {
    let bench = try await ForeignBench.running(
      """
      int safe(String) { System.enterSafeMode(); return 0; }
      void setup() { Particle.function("safe", safe); }
      void loop() {}
      """)
    #expect(await bench.device.call("safe", "") == .noAnswer)
    #expect(await bench.device.mode == .safeMode)
    #expect(await bench.device.isOnline)
    #expect(await bench.device.functions == [])
    #expect(await bench.device.call("safe", "") == .functionMissing)
    await bench.device.reset()
    #expect(await bench.device.functions == ["safe"])
    await bench.device.enterSafeMode()
    #expect(await bench.device.lastReset == .safeMode)
    #expect(await bench.device.functions == [])
  }

  @Test("a sketch that never comes back makes its device silent, and a reset helps")
  func stuck() async throws {
    let bench = try await ForeignBench.running(
      """
      volatile bool forever = true;
      int hang(String) { while (forever) {} return 0; }
      void setup() { Particle.function("hang", hang); }
      void loop() {}
      """)
    #expect(await bench.device.call("hang", "") == .noAnswer)
    #expect(await bench.device.mode == .stuck)
    #expect(await bench.device.functions == [])
    await bench.device.reset(.watchdog)
    #expect(await bench.device.functions == ["hang"])
  }

  @Test("a sketch that crashes ends only itself: its device is silent, and a reset helps")
  func crashes() async throws {
    let acts = [
      "*(volatile int *)nullptr = 1;", "std::abort();", "throw 1;", "_exit(0);", "std::exit(3);",
      "while (true) std::string(100 << 20, 'x').swap(*new std::string);", "sink(s);",
      "delete (int *)16;", "kill(getpid(), SIGKILL);",
      // What it says is no answer.
      "::write(0, \"\\xFF\\xFF\\xFF\\xFF\", 4);", "::close(0);",
    ]
    let cases = acts.enumerated().map { "case \($0.offset): \($0.element) break;" }
    let bench = try await ForeignBench.running(
      """
      #include <signal.h>
      #include <stdlib.h>
      #include <unistd.h>
      #include <string>
      int sink(String s) { return sink(s) + 1; }
      int act(String s) {
        switch (s.toInt()) { \(cases.joined(separator: "\n")) }
        return 0;
      }
      void setup() { Particle.function("act", act); }
      void loop() {}
      """)
    for (number, act) in acts.enumerated() {
      #expect(await bench.device.call("act", "\(number)") == .noAnswer, "\(act)")
      #expect(await bench.device.mode == .stuck, "\(act)")
      #expect(await bench.device.functions == [])
      await bench.device.receive(name: "a", data: "b")
      await bench.pass(.seconds(1))
      await bench.device.reset()
      #expect(await bench.device.functions == ["act"], "\(act)")
    }
  }

  @Test(
    "a sketch that crashes before it is there leaves a device that can be flashed again",
    arguments: [
      "int a = *(volatile int *)nullptr; void setup() {}", "void setup() { abort(); }",
      "void setup() { System.reset(); }", "void setup() { Particle.variable(\"v\", *(int *)8); }",
    ])
  func crashesAtStart(text: String) async throws {
    let bench = try await ForeignBench.running("#include <cstdlib>\n\(text)\nvoid loop() {}")
    await bench.pass(.seconds(1))
    _ = await bench.device.variable("v")
    #expect(await bench.device.call("f", "") != .returned(7))
    try await bench.device.flash(
      try await ForeignBench.program(
        """
        int f(String) { return 7; }
        void setup() { Particle.function("f", f); }
        void loop() {}
        """))
    #expect(await bench.device.call("f", "") == .returned(7))
  }

  @Test("a sketch that resets itself in setup() starts anew with each beat, and for ever")
  func resetsForEver() async throws {
    let bench = try await ForeignBench.running("void setup() { System.reset(); } void loop() {}")
    for start in 1...4 {
      #expect(await bench.device.starts == start)
      #expect(await bench.device.mode == .restarting)
      await bench.pass(.milliseconds(100))
    }
  }

  @Test("what is registered late appears late: functions, variables, subscriptions")
  func late() async throws {
    let bench = try await ForeignBench.running(
      """
      int count = 3, passes = 0;
      int f(String) { return 7; }
      void hear(const char *, const char *) {}
      void setup() {}
      void loop() {
        if (++passes != 3) return;
        Particle.function("f", f);
        Particle.variable("count", count);
        Particle.subscribe("lamp", hear);
      }
      """)
    #expect(await bench.device.functions == [])
    #expect(await bench.device.call("f", "") == .functionMissing)
    for _ in 0..<3 { await bench.pass(.seconds(1)) }
    #expect(await bench.device.call("f", "") == .returned(7))
    #expect(await bench.device.variable("count") == .int(3))
    #expect(await bench.device.variables == ["count": "int32"])
    #expect(await bench.device.subscriptions == ["lamp"])
  }

  @Test("a sketch may have types and functions of the names that the stand-in uses itself")
  func names() async throws {
    let bench = try await ForeignBench.running(
      """
      struct Board { int a; Board() : a(1) {} };
      struct Message { int b; Message() : b(2) {} int number() { return b; } };
      struct Runner { int c; Runner() : c(3) {} int start() { return c; } };
      int say() { return 4; }
      int start(String) { return Board().a + Message().number() + Runner().start() + say(); }
      void setup() { Particle.function("start", start); }
      void loop() {}
      """)
    #expect(await bench.device.call("start", "") == .returned(10))
  }

  @Test("texts of any bytes and length go to the sketch and come back")
  func texts() async throws {
    let bench = try await ForeignBench.running(
      """
      String last;
      int keep(String s) { last = s; return s.length(); }
      void setup() {
        Particle.function("keep", keep);
        Particle.variable("last", last);
      }
      void loop() {}
      """)
    for text in ["", "ä€😀\n\u{1}", String(repeating: "x", count: 1024)] {
      #expect(await bench.device.call("keep", text) == .returned(Int32(text.utf8.count)))
      #expect(await bench.device.variable("last") == .string(text))
    }
  }

  @Test("a program for another kind of board is refused, and the device stays as it was")
  func wrongPlatform() async throws {
    let bench = try await PracticeBench.running()
    let program = try await ForeignBench.program("void setup() {} void loop() {}", platformID: 6)
    await #expect(throws: SketchError.wrongPlatform(made: 6, device: 13)) {
      try await bench.device.flash(program)
    }
    #expect(await bench.device.functions == ["blynk_led"])
  }

  @Test("a hundred devices of one program have each their own globals")
  func fleet() async throws {
    let program = try await ForeignBench.program(
      """
      int count = 0;
      int add(String s) { count += s.toInt(); return count; }
      void setup() { Particle.function("add", add); }
      void loop() { delay(10); }
      """)
    // Built-in copies are as many as other tests leave; a fleet's own room is tested elsewhere.
    var benches: [PracticeBench] = []
    for _ in 0..<100 {
      let bench = try PracticeBench()
      await bench.device.goOnline()
      try await bench.device.flash(program)
      benches.append(bench)
    }
    for (index, bench) in benches.enumerated() {
      #expect(await bench.device.call("add", String(index)) == .returned(Int32(index)))
    }
    for (index, bench) in benches.enumerated() {
      #expect(await bench.device.call("add", "1") == .returned(Int32(index + 1)))
    }
  }
}
