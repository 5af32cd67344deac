//> event found 0 of 127
void setup() {
  Wire.setSpeed(CLOCK_SPEED_400KHZ);
  Wire.begin();
  int found = 0;
  for (uint8_t address = 0; address < 127; address++) {
    Wire.beginTransmission(address);
    if (Wire.endTransmission() == 0) found++;
  }
  String text = "";
  text = found;
  text += " of ";
  text += 127;
  Particle.publish("found", text);
}

void loop() {}
