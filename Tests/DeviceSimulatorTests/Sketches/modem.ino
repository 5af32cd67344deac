//> lacks CellularGlobalIdentity
//> lacks cellular_global_identity
//> lacks command of the network
void setup() {
  Cellular.command(5000, "AT+CCID\r\n");
  CellularGlobalIdentity cell;
  cellular_global_identity(nullptr, NULL);
}

void loop() {}
