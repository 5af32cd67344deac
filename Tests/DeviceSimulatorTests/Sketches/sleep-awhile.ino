//> event before 0
//> pass 1000
//> pass 899000
//> event after 900
void setup() {
  Particle.publish("before", String(Time.now() - 1704067200));
  SystemSleepConfiguration config;
  config.mode(SystemSleepMode::ULTRA_LOW_POWER).duration(15min).gpio(D2, FALLING);
  SystemSleepResult result = System.sleep(config);
  if (result.wakeupReason() == SystemSleepWakeupReason::BY_RTC) {
    Particle.publish("after", String(Time.now() - 1704067200));
  }
}

void loop() {}
