//> lacks Adafruit_BME280.h
#include "Adafruit_BME280.h"

Adafruit_BME280 bme;

void setup() { bme.begin(); }
void loop() { Particle.publish("t", String(bme.readTemperature(), 1)); delay(10s); }
