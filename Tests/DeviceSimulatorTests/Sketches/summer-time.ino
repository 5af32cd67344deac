//> event clock 14:00:00 +02:00 2024-01-01T14:00:00+02:00
void setup() {
  Time.zone(1);
  Time.beginDST();
  time_t noon = 1704110400;
  Particle.publish("clock", Time.format(noon, "%H:%M:%S %z ") + Time.format(noon, TIME_FORMAT_ISO8601_FULL));
}

void loop() {}
