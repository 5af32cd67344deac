import Testing

@testable import DeviceSimulator

/// A sketch of the shape that the original guide's has (particle:guide-sketch,
/// blynk:guide-sketch-faults): it waits for a serial monitor, registers its function late, and
/// publishes V16 too.
struct GuideSketchTests {
  static let text = """
    #include "Particle.h"

    double v15 = 3.14159;
    uint8_t led_state = LOW;
    bool fn_called = TRUE;
    const uint32_t INTERVAL_MS = 300000L;
    uint32_t timer_last = 0;

    #define BLYNK_AUTH_TOKEN "abcdefghijklmnopqrstuvwxyz012345"

    int blynkLED(String on_or_off);

    bool hasLed() {
      switch (PLATFORM_ID) {
        case PLATFORM_BORON:
        case PLATFORM_ARGON:
        case 6:
          return TRUE;
        default:
          return FALSE;
      }
    }

    void publishNow() {
      if (Particle.connected()) {
        char data[90];
        snprintf(data, sizeof(data),
                 "{\\"t\\":\\"%s\\",\\"v14\\":%u,\\"v15\\":%f,\\"v16\\":%u,\\"v17\\":%u}",
                 BLYNK_AUTH_TOKEN, millis(), v15, led_state, led_state);
        Serial.printlnf("Sending '%s', %u bytes", data, strlen(data));
        bool ok = Particle.publish("blynk_https_get", data, PRIVATE);
        if (ok) timer_last = millis();
        else Serial.println("ERROR: Particle.publish()");
      }
    }

    void setup() {
      if (hasLed() == TRUE) {
        pinMode(D7, OUTPUT);
        digitalWrite(D7, LOW);
      }
      Serial.begin(9600);
      waitFor(Serial.isConnected, 30000);
      delay(1000);
      Serial.printlnf("Device OS v%s", System.version().c_str());
      Serial.printlnf("Free RAM %lu bytes", System.freeMemory());
      Particle.function("blynk_led", blynkLED);
    }

    void loop() {
      if (timer_last > millis()) timer_last = millis();
      if ((millis() - timer_last) > INTERVAL_MS && Particle.connected()) {
        publishNow();
        timer_last = millis();
      }
      if (fn_called == TRUE) {
        fn_called = FALSE;
        publishNow();
      }
      if (hasLed() == TRUE) digitalWrite(D7, led_state);
    }

    int blynkLED(String on_off) {
      if (on_off == "on" || on_off == "1") {
        fn_called = TRUE;
        led_state = HIGH;
        return 1;
      } else if (on_off == "off" || on_off == "0") {
        fn_called = TRUE;
        led_state = LOW;
        return 0;
      }
      Serial.print("Unexpected: '"); Serial.print(on_off); Serial.println("'");
      return -1;
    }
    """

  @Test("the guide's sketch offers nothing for 31 seconds, then works, V16 and all")
  func whole() async throws {
    let bench = try await ForeignBench.running(GuideSketchTests.text)
    #expect(await bench.device.functions == [])
    #expect(await bench.device.call("blynk_led", "1") == .functionMissing)
    await bench.pass(.seconds(30))
    #expect(await bench.device.functions == [])
    await bench.pass(.milliseconds(1000))
    await bench.pass(.zero)
    #expect(await bench.device.functions == ["blynk_led"])
    let data = { (millis: Int, led: Int) in
      DevicePublish(
        name: "blynk_https_get",
        data: #"{"t":"abcdefghijklmnopqrstuvwxyz012345","v14":\#(millis),"v15":3.141590,"#
          + #""v16":\#(led),"v17":\#(led)}"#)
    }
    #expect(bench.events() == [data(31000, 0)])
    await bench.pass(.seconds(1))
    #expect(await bench.device.call("blynk_led", "1") == .returned(1))
    #expect(bench.events() == [data(32000, 1)])
    #expect(await bench.device.led == true)
    #expect(await bench.device.call("blynk_led", "ON") == .returned(-1))
    #expect(bench.events() == [])
    await bench.pass(.seconds(301))
    #expect(bench.events() == [data(333000, 1)])
  }
}
