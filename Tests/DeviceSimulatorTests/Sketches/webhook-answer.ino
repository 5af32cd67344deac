//> event weather Berlin
//> hear hook-response/weather/0 {"temp":7.5}
//> variable temp = double 7.5
double temp = 0;

void gotWeather(const char *event, const char *data) {
  if (!data) return;
  temp = JSONValue::parseCopy(data).toDouble();
  JSONObjectIterator it(JSONValue::parseCopy(data));
  while (it.next()) if (it.name() == "temp") temp = it.value().toDouble();
}

void setup() {
  Particle.subscribe("hook-response/weather", gotWeather, MY_DEVICES);
  Particle.variable("temp", temp);
  Particle.publish("weather", "Berlin", PRIVATE);
}

void loop() {}
