//> pass 1000
//> pass 1000
//> pass 1000
//> variable ticks = int 3
//> variable late = bool true
void tick();
Timer ticker(1s, tick);
int ticks = 0;
bool late = false;

class Watch {
 public:
  Watch() : timer(2500, &Watch::fire, *this, true) {}
  void start() { timer.start(); }
  void fire() { late = true; }
  Timer timer;
};
Watch watch;

void tick() { ticks++; }

void setup() {
  Particle.variable("ticks", ticks);
  Particle.variable("late", late);
  ticker.start();
  watch.start();
}

void loop() {}
