//> event first 1
//> variable ok = int 1
int ok = 0;

void setup() {
  Particle.variable("ok", ok);
  PublishFlags flags = PRIVATE | WITH_ACK;
  Particle.publish("first", "1", flags)
      .onSuccess([](bool) { ok = 1; })
      .onError([](particle::Error error) { ok = error.type(); });
}

void loop() {}
