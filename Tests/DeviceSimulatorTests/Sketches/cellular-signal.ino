//> event signal 60/60
#if PLATFORM_ID != PLATFORM_BORON
#error "for a Boron"
#endif

void setup() {
  Cellular.on();
  waitUntil(Cellular.ready);
  CellularSignal signal = Cellular.RSSI();
  Particle.publish("signal", String::format("%.0f/%.0f", signal.getStrength(), signal.getQuality()));
}

void loop() {}
