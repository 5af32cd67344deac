//> call name abcdefghij = 7
//> variable name = string abcdefg
//> variable first = int 42
struct Settings {
  char name[8];
} settings;
int first = 0;

int setName(String text) {
  strlcpy(settings.name, text.c_str(), sizeof(settings.name));
  EEPROM.put(1, settings);
  return strlen(settings.name);
}

void setup() {
  if (EEPROM.hasPendingErase()) EEPROM.performPendingErase();
  if (EEPROM[0] == 0xFF) EEPROM[0] = 42;
  first = EEPROM[0];
  Particle.variable("first", first);
  Particle.variable("name", settings.name);
  Particle.function("name", setName);
}

void loop() {}
