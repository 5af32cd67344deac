//> variable id = int 0
int id = -1;

void setup() {
  pinMode(A5, OUTPUT);
  SPI.begin();
  SPI.beginTransaction(SPISettings(4 * MHZ, MSBFIRST, SPI_MODE0));
  digitalWrite(A5, LOW);
  SPI.transfer(0x80 | 0x0F);
  id = SPI.transfer(0);
  digitalWrite(A5, HIGH);
  SPI.endTransaction();
  Particle.variable("id", id);
}

void loop() {}
