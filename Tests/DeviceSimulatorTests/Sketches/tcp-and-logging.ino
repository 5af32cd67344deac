//> pass 10
//> event tcp 127.0.0.1 refused
SerialLogHandler logHandler(115200, LOG_LEVEL_ALL);
Logger net("app.net");
TCPClient client;

void setup() {
  Serial.begin(9600);
  waitFor(Serial.isConnected, 10);
  IPAddress server(192, 168, 1, 20);
  net.trace("to %s", server.toString().c_str());
  LOG(INFO, "port %d", 80);
  bool isOpen = client.connect(server, 80);
  Particle.publish("tcp", WiFi.localIP().toString() + (isOpen ? " open" : " refused"));
}

void loop() {}
