//> call interval 30 = 1
//> variable interval = int 30
struct Settings {
  uint8_t version;
  uint16_t interval;
  char name[12];
};
Settings settings;
int interval;

int setInterval(String text) {
  settings.interval = constrain(text.toInt(), 5, 3600);
  EEPROM.put(0, settings);
  Settings again;
  EEPROM.get(0, again);
  interval = again.interval;
  return again.version;
}

void setup() {
  EEPROM.get(0, settings);
  if (settings.version == 0xFF) settings = {1, 60, "hall"};
  Particle.function("interval", setInterval);
  Particle.variable("interval", interval);
}

void loop() {}
