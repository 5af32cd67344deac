//> pass 1000
//> variable pulses = int 0
//> variable turns = int 0
#define FLOW D2

class Wheel {
 public:
  void begin(pin_t pin) { attachInterrupt(pin, &Wheel::turn, this, RISING, 13); }
  void turn() { turns++; }
  volatile int turns = 0;
};

volatile int count = 0;
int pulses = 0;
Wheel wheel;
void onPulse() { count++; }

void setup() {
  pinMode(FLOW, INPUT_PULLUP);
  attachInterrupt(FLOW, onPulse, FALLING, 13, 0);
  wheel.begin(D3);
  Particle.variable("pulses", pulses);
  Particle.variable("turns", [] { return wheel.turns; });
}

void loop() {
  noInterrupts();
  pulses += count;
  count = 0;
  interrupts();
}
