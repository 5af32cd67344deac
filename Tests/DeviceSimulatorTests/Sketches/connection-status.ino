//> pass 100
//> variable changes = int 1
SYSTEM_MODE(SEMI_AUTOMATIC);
SYSTEM_THREAD(ENABLED);
LEDStatus busy(RGB_COLOR_ORANGE, LED_PATTERN_BLINK, LED_SPEED_FAST, LED_PRIORITY_IMPORTANT);
int changes = 0;

void onCloud(system_event_t event, int param) {
  if (param == cloud_status_connected) busy.setActive(false);
  changes++;
}

void setup() {
  busy.setActive(true);
  System.on(cloud_status, onCloud);
  Particle.variable("changes", changes);
  Particle.connect();
}

void loop() {}
