//> lacks BLE
//> lacks BleAdvertisingData
void setup() {
  BleAdvertisingData data;
  data.appendLocalName("hall");
  BLE.advertise(&data);
}

void loop() {}
