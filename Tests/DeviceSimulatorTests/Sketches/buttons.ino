//> variable clicks = int 0
//> variable pushed = int 0
int clicks = 0, pushed = 0;
void onClick(system_event_t, int parameter) { clicks = system_button_clicks(parameter); }
void onUpdate(system_event_t, int step) {
  if (step == firmware_update_begin) Log.info("an update begins");
}
void onTime(system_event_t, int how) {
  if (how == time_changed_sync) Log.info("the cloud told the time");
}
void onLight(uint8_t red, uint8_t green, uint8_t blue) { analogWrite(A2, red); }

void setup() {
  System.on(button_click, onClick);
  System.on(firmware_update, onUpdate);
  System.on(time_changed, onTime);
  RGB.onChange(onLight);
  pushed = System.buttonPushed();
  Particle.variable("clicks", clicks);
  Particle.variable("pushed", pushed);
}

void loop() {}
