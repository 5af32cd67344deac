//> call add 10 = 10
//> call add 20 = 15
//> call add 30 = 20
//> call add 40 = 30
Vector<int> window;

int add(String value) {
  window.append(value.toInt());
  if (window.size() > 3) window.takeFirst();
  long sum = 0;
  for (int each : window) sum += each;
  return sum / window.size();
}

void setup() { Particle.function("add", add); }
void loop() {}
