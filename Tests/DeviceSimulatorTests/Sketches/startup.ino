//> variable why = string other
//> variable ready = int 2
#include "Particle.h"
SYSTEM_MODE(SEMI_AUTOMATIC) SYSTEM_THREAD(ENABLED)
#ifndef SYSTEM_VERSION_v400
#error "This sketch is for Device OS 4 and newer"
#endif
#ifdef SYSTEM_VERSION_v620
#error "The practice device is as Device OS 6.1.1"
#endif
int ready = 0;
void getReady() { ready++; }
STARTUP(System.enableFeature(FEATURE_RESET_INFO); getReady(); getReady())
ApplicationWatchdog *watchdog;
String why = "?";

void bark() { System.reset(0, RESET_NO_WAIT); }

void setup() {
  watchdog = new ApplicationWatchdog(60s, bark, 1536);
  switch (System.resetReason()) {
    case RESET_REASON_POWER_BROWNOUT: why = "brownout"; break;
    case RESET_REASON_WATCHDOG: why = "watchdog"; break;
    case RESET_REASON_UPDATE: why = "update"; break;
    case RESET_REASON_PANIC: why = "panic"; break;
    default: why = "other";
  }
  Particle.variable("why", why);
  Particle.variable("ready", ready);
  Particle.connect();
}

void loop() { watchdog->checkin(); }
