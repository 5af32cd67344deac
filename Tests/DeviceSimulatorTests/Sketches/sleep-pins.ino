//> call nap = 2
//> pass 1000
//> pass 1000
//> pass 1000
//> pass 1000
//> event woke by the clock
bool isTired = false;
int nap(String) {
  isTired = true;
  return 2;
}

void setup() { Particle.function("nap", nap); }

void loop() {
  if (!isTired) return;
  isTired = false;
  SystemSleepConfiguration config;
  config.mode(SystemSleepMode::ULTRA_LOW_POWER).gpio(D2, FALLING).duration(1s)
      .network(NETWORK_INTERFACE_CELLULAR, SystemSleepNetworkFlag::INACTIVE_STANDBY)
      .flag(SystemSleepFlag::WAIT_CLOUD);
  SystemSleepResult result = System.sleep(config);
  SleepResult old = System.sleep({D2, D3}, {RISING, FALLING}, 1s);
  if (old.reason() != WAKEUP_REASON_RTC) return;
  switch (result.wakeupReason()) {
    case SystemSleepWakeupReason::BY_RTC: Particle.publish("woke", "by the clock"); break;
    case SystemSleepWakeupReason::BY_NETWORK: Particle.publish("woke", "by the network"); break;
    case SystemSleepWakeupReason::BY_ADC: Particle.publish("woke", "by a pin"); break;
    default: break;
  }
}
