//> variable raw = int -2
//> variable display = int 0
__SPISettings fast(8 * MHZ, MSBFIRST, SPI_MODE0);
int raw, display;

int reading(uint8_t address) {
  if (Wire.requestFrom(WireTransmission(address).quantity(2).timeout(100ms)) != 2) return -2;
  return Wire.read() << 8 | Wire.read();
}

void setup() {
  Wire.begin();
  raw = reading(0x18);
  SPI.begin();
  SPI.setClockDivider(SPI_CLOCK_DIV8);
  SPI.beginTransaction(fast);
  display = SPI.transfer(0x12);
  SPI.endTransaction();
  Serial1.begin(19200, SERIAL_8E1);
  Serial1.halfduplex(true);
  Serial.println(WiFi.RSSI());
  Particle.variable("raw", raw);
  Particle.variable("display", display);
}

void loop() {}
