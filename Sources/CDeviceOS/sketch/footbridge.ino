/*
 * A footbridge between a Particle device and Blynk.
 *
 * Blynk to device:  the switch on V16 calls the cloud function "blynk_led", which drives the LED.
 * Device to Blynk:  the event "blynk_https_get" carries the values of V14, V15 and V17.
 *
 * No Blynk library is needed: Particle's integration hands the event over to Blynk.
 */

#include "Particle.h"

// Who this device is in Blynk: Blynk.Console > Devices > your device > Device Info.
// The AuthToken is a password. Keep this file to yourself.
#ifndef BLYNK_TEMPLATE_ID
#define BLYNK_TEMPLATE_ID "{{{blynk.template_id}}}"
#endif
#ifndef BLYNK_TEMPLATE_NAME
#define BLYNK_TEMPLATE_NAME "{{{blynk.template_name}}}"
#endif
#ifndef BLYNK_AUTH_TOKEN
#define BLYNK_AUTH_TOKEN "{{{blynk.auth_token}}}"
#endif

// What V15 shows. Put your own reading here, such as (analogRead(A0) * 3.3 / 4095).
#ifndef SENSOR_VALUE
#define SENSOR_VALUE 3.14159
#endif

// The range of V15 in Blynk. Blynk cuts what is outside without a word, so we do it here.
const double SENSOR_MIN = 0.0;
const double SENSOR_MAX = 3.3;

// The device reports every five minutes, and at once when the LED has changed.
const uint32_t REPORT_EVERY_MS = 300000;

// Particle takes one event a second on average, and up to four in a row after a rest.
const unsigned EVENTS_IN_A_ROW = 4;
const uint32_t REST_PER_EVENT_MS = 1000;

// Room for the longest event: the widest values, a token, and the end of the text.
const size_t TOKEN_MAX = 64;
const size_t DATA_SIZE =
    sizeof("{\"t\":\"\",\"v14\":4294967295,\"v15\":3.30000,\"v17\":1}") + TOKEN_MAX;

// Connect in the background, so that setup() and loop() run from the first moment on.
SYSTEM_THREAD(ENABLED);

// Shows in `particle serial monitor`. Nobody has to be listening.
SerialLogHandler logHandler(LOG_LEVEL_INFO);

// What the device knows. setup() gives each its first value.
bool ledIsOn;           // goes to Blynk as V17
bool reportIsDue;       // stays true until Particle has taken the event
uint32_t lastReportMs;  // when that last happened
unsigned eventsLeft;    // how many events may be sent in a row now
uint32_t lastRestMs;    // since when the next one is being earned
int calls;              // how often blynk_led was called, for finding faults
String lastArgument;    // and with what

int blynkLed(String argument);
int switchLed(bool on);
void showLed();
bool boardHasLed();
double sensorValue();
void earnEvents();
void report();
bool writeData(char *data, size_t size);

void setup() {
  calls = 0;
  lastArgument = "";

  // First of all, so that the cloud knows them as soon as the device is online.
  Particle.function("blynk_led", blynkLed);
  Particle.variable("calls", calls);
  Particle.variable("last_arg", lastArgument);

  if (boardHasLed()) {
    pinMode(D7, OUTPUT);
  }
  ledIsOn = false;
  showLed();

  // The first report goes out with the first connection.
  reportIsDue = true;
  lastReportMs = millis();
  eventsLeft = EVENTS_IN_A_ROW;
  lastRestMs = millis();

  Log.info("Blynk template %s (%s)", BLYNK_TEMPLATE_NAME, BLYNK_TEMPLATE_ID);
}

void loop() {
  // Differences of millis() stay right when it starts again from 0, after 49 days.
  if (millis() - lastReportMs >= REPORT_EVERY_MS) {
    reportIsDue = true;
  }
  earnEvents();
  if (reportIsDue && eventsLeft > 0 && Particle.connected()) {
    report();
  }
}

// The cloud function. Blynk's webhook sends "1" or "0"; "on" and "off" are for people.
// Answers the new state of the LED, or -1 if the argument is none of these.
int blynkLed(String argument) {
  calls++;
  lastArgument = argument;
  if (argument == "1" || argument == "on") {
    return switchLed(true);
  }
  if (argument == "0" || argument == "off") {
    return switchLed(false);
  }
  return -1;
}

// Only a real change is reported at once. If the integration ever wrote V16 back, Blynk would call
// again with the same value, and the two would answer each other for ever.
int switchLed(bool on) {
  if (on != ledIsOn) {
    ledIsOn = on;
    showLed();
    reportIsDue = true;
  }
  return ledIsOn ? 1 : 0;
}

void showLed() {
  if (boardHasLed()) {
    digitalWrite(D7, ledIsOn ? HIGH : LOW);
  }
}

// Boards with a small blue LED on pin D7. On the others the pin may be wired to something of
// yours, so it is left alone: the state of the "LED" then shows in Blynk only, as V17.
bool boardHasLed() {
  switch (PLATFORM_ID) {
    case 0:   // Core
    case 6:   // Photon
    case 10:  // Electron
    case 12:  // Argon
    case 13:  // Boron
    case 14:  // Xenon
    case 32:  // Photon 2 (the P2 module has the same number, and no LED)
      return true;
    default:
      return false;
  }
}

// The reading, kept within the range of V15. What is no number at all counts as the lower end.
double sensorValue() {
  const double value = SENSOR_VALUE;
  if (value >= SENSOR_MAX) {
    return SENSOR_MAX;
  }
  return value > SENSOR_MIN ? value : SENSOR_MIN;
}

// Each second without an event earns one more, up to the number that may go in a row.
void earnEvents() {
  const uint32_t now = millis();
  while (eventsLeft < EVENTS_IN_A_ROW && now - lastRestMs >= REST_PER_EVENT_MS) {
    eventsLeft++;
    lastRestMs += REST_PER_EVENT_MS;
  }
  if (eventsLeft == EVENTS_IN_A_ROW) {
    lastRestMs = now;
  }
}

// Publishes the values. If Particle does not take them, loop() comes here again a second later.
void report() {
  char data[DATA_SIZE];
  const bool reported = ledIsOn;
  if (!writeData(data, sizeof(data))) {
    Log.error("The AuthToken is too long, nothing was published");
    reportIsDue = false;
    lastReportMs = millis();
    return;
  }
  eventsLeft--;
  const bool taken = Particle.publish("blynk_https_get", data, PRIVATE);
  if (taken) {
    // The LED may have changed while the event was on its way.
    reportIsDue = ledIsOn != reported;
    lastReportMs = millis();
  } else {
    Log.warn("Particle did not take the event, trying again");
    eventsLeft = 0;
    lastRestMs = millis();
  }
}

// V14 is the time since the start in whole seconds: in milliseconds it would leave the range of
// a Blynk integer after 24 days. False if the text does not fit, as cut JSON helps nobody.
bool writeData(char *data, size_t size) {
  const int length = snprintf(
      data, size, "{\"t\":\"%s\",\"v14\":%lu,\"v15\":%.5f,\"v17\":%d}", BLYNK_AUTH_TOKEN,
      (unsigned long)System.uptime(), sensorValue(), ledIsOn ? 1 : 0);
  return length > 0 && (size_t)length < size;
}
