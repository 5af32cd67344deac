#include <algorithm>
#include <cstdio>

#include "board.h"
#include "runner.h"

namespace device_os {

unsigned SystemClass::uptime() const {
  return static_cast<unsigned>(Board::current().milliseconds() / 1000);
}

uint64_t SystemClass::millis() const { return Board::current().milliseconds(); }

// The practice cloud gives devices their ids; the sketch is told none.
String SystemClass::deviceID() const { return "000000000000000000000000"; }

void SystemClass::reset() const { Runner::leave(CSKETCH_RESET); }

void SystemClass::enterSafeMode() const { Runner::leave(CSKETCH_SAFE_MODE); }

bool SystemClass::addHandler(system_event_t events, EventHandler handler) const {
  Board::current().systemHandlers.push_back({events, handler});
  return true;
}

bool SystemClass::off(system_event_t events) const {
  for (Board::SystemHandler &entry : Board::current().systemHandlers) entry.events &= ~events;
  return true;
}

SystemSleepResult SystemClass::sleep(const SystemSleepConfiguration &how) const {
  if (how.sleepMode() == SystemSleepMode::NONE) return Error::INVALID_ARGUMENT;
  Board::current().sleep(how.milliseconds());
  if (how.sleepMode() == SystemSleepMode::HIBERNATE) reset();
  return SystemSleepResult();
}

SystemSleepResult SystemClass::sleep(SleepMode mode, long seconds, SleepNetworkFlag) const {
  if (mode == SLEEP_MODE_WLAN) return SystemSleepResult();
  Board::current().sleep(static_cast<uint64_t>(seconds) * 1000);
  reset();
}

SystemSleepResult SystemClass::sleep(
    uint16_t, InterruptMode, long seconds, SleepNetworkFlag) const {
  Board::current().sleep(static_cast<uint64_t>(seconds) * 1000);
  return SystemSleepResult();
}

StartMode::StartMode(SystemMode mode) {
  if (mode == SEMI_AUTOMATIC || mode == MANUAL) Board::current().startsWithoutCloud = true;
}

StartMode::StartMode(ThreadState state) {
  if (state == ENABLED) Board::current().startsWithoutCloud = true;
}

int32_t platformID() { return Board::current().host.platform_id; }

uint32_t millis() {
  Board &board = Board::current();
  board.breathe();
  return static_cast<uint32_t>(board.milliseconds());
}

uint32_t micros() {
  Board &board = Board::current();
  board.breathe();
  return static_cast<uint32_t>(board.milliseconds() * 1000);
}

void delay(uint32_t milliseconds) { Board::current().pause(milliseconds); }

// Too short for the practice device's clock, which counts milliseconds.
void delayMicroseconds(unsigned microseconds) {
  if (microseconds >= 1000) delay(microseconds / 1000);
}

void randomSeed(unsigned seed) { Board::current().randomState = seed; }

// The numbers of a device's C library, which also makes of a negative limit what it makes of it.
int random(int limit) {
  if (limit == 0) return 0;
  uint64_t &state = Board::current().randomState;
  state = state * 6364136223846793005u + 1;
  return static_cast<int>((state >> 32) & 0x7FFFFFFF) % limit;
}

int random(int low, int limit) { return low < limit ? low + random(limit - low) : low; }

void pinMode(uint16_t pin, PinMode mode) {
  if (pin >= Board::pinCount) return;
  Board::current().modes[pin] = mode;
  Board::current().levels[pin] = mode == OUTPUT ? LOW : -1;
}

PinMode getPinMode(uint16_t pin) {
  return pin < Board::pinCount ? Board::current().modes[pin] : INPUT;
}

void digitalWrite(uint16_t pin, uint8_t level) {
  if (pin >= Board::pinCount || Board::current().levels[pin] < 0) return;
  Board::current().levels[pin] = level == LOW ? LOW : HIGH;
}

int32_t digitalRead(uint16_t pin) {
  Board &board = Board::current();
  board.breathe();
  if (pin >= Board::pinCount) return LOW;
  if (board.levels[pin] >= 0) return board.levels[pin];
  return board.modes[pin] == INPUT_PULLUP ? HIGH : LOW;
}

void analogWrite(uint16_t pin, uint32_t value) {
  if (pin >= Board::pinCount) return;
  Board::current().modes[pin] = OUTPUT;
  Board::current().levels[pin] = value > 0 ? HIGH : LOW;
}

int32_t analogRead(uint16_t) {
  const double volts = Board::current().host.sensor_value;
  if (!(volts > 0)) return 0;
  return static_cast<int32_t>(std::min(volts / 3.3, 1.0) * 4095 + 0.5);
}

bool NetworkClass::ready() const {
  Board &board = Board::current();
  board.breathe();
  return board.connected();
}

}  // namespace device_os
