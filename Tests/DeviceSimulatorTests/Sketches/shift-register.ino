//> variable clock = int 0
//> variable data = int 1
//> variable angle = int 91
//> variable bits = int 10
const unsigned char PROGMEM shape[] = {0x81, 0x3D};
Servo arm;
int clockLevel, dataLevel, angle, bits;

void setup() {
  pinMode(D0, OUTPUT);
  pinMode(D1, OUTPUT);
  shiftOut(D0, D1, MSBFIRST, pgm_read_byte(&shape[1]));
  dataLevel = digitalRead(D0);
  clockLevel = digitalRead(D1);
  arm.attach(D3);
  arm.writeMicroseconds(1472);
  angle = arm.read();
  bits = analogWriteResolution(A2, 10);
  analogWrite(A2, 512, min(5000ul, (unsigned long)analogWriteMaxFrequency(A2)));
  Particle.variable("clock", clockLevel);
  Particle.variable("data", dataLevel);
  Particle.variable("angle", angle);
  Particle.variable("bits", bits);
}

void loop() {}
