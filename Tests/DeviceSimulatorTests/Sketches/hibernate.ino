//> event awake 1
//> pass 60000
//> pass 100
//> event awake 1
int starts = 0;

void setup() {
  starts++;
  Particle.publish("awake", String(starts));
  System.sleep(SystemSleepConfiguration().mode(SystemSleepMode::HIBERNATE).duration(60000));
  Particle.publish("never", "");
}

void loop() {}
