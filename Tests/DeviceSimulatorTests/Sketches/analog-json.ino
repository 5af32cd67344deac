//> event reading {"raw":3898,"volts":3.14}
//> pass 60000
//> pass 0
//> event reading {"raw":3898,"volts":3.14}
SerialLogHandler logHandler(LOG_LEVEL_WARN, {{"app", LOG_LEVEL_INFO}, {"app.sensor", LOG_LEVEL_TRACE}});

void setup() {}

void loop() {
  int raw = analogRead(A0);
  char buf[128];
  JSONBufferWriter writer(buf, sizeof(buf) - 1);
  writer.beginObject();
  writer.name("raw").value(raw);
  writer.name("volts").value(raw * 3.3 / 4095, 2);
  writer.endObject();
  writer.buffer()[std::min(writer.bufferSize(), writer.dataSize())] = 0;
  Log.info("sending %s", buf);
  Particle.publish("reading", buf, PRIVATE);
  delay(60s);
}
