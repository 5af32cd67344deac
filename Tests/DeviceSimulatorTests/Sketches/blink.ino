//> pass 500
//> pass 500
//> variable blinks = int 1
SYSTEM_THREAD(ENABLED);
const pin_t led = D7;
int blinks = 0;

void setup() {
  pinMode(led, OUTPUT);
  Particle.variable("blinks", blinks);
}

void loop() {
  digitalWrite(led, HIGH);
  delay(500ms);
  digitalWrite(led, LOW);
  delay(500ms);
  blinks++;
}
