//> event battery {"soc":80,"volts":3.9,"state":3}
FuelGauge gauge;

void setup() {
  String text;
  JSONStringWriter json(text);
  json.beginObject();
  json.name("soc").value(System.batteryCharge());
  json.name("volts").value(gauge.getVCell(), 1);
  json.name("state").value((int)System.batteryState());
  json.endObject();
  Particle.publish("battery", text, PRIVATE | WITH_ACK);
}

void loop() {}
