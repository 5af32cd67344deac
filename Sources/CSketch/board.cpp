#include "board.h"

#include <cstring>

// The limits of Device OS (particle-cloud §9), in bytes where nothing else is said.
static constexpr size_t nameLimit = 64;
static constexpr size_t functionLimit = 15;
static constexpr size_t variableLimit = 20;
static constexpr size_t eventNameLimit = 64;
static constexpr size_t eventDataLimit = 1024;
static constexpr uint32_t burstWindowMilliseconds = 1000;

static thread_local Board *running = nullptr;

Board::Board() {
  pins.fill(-1);
  // As long ago as the window is, so that the first burst is free.
  attempts.fill(-burstWindowMilliseconds);
}

Board::Board(const csketch_host &given) : Board() {
  host = given;
  templateID = given.template_id;
  templateName = given.template_name;
  authToken = given.auth_token;
  // The host's own texts may be gone as soon as `start` returns.
  host.template_id = host.template_name = host.auth_token = nullptr;
}

Board &Board::current() { return *running; }

Board::Running::Running(Board &board) : before_(running) { running = &board; }
Board::Running::~Running() { running = before_; }

namespace device_os {

static bool addVariable(const char *name, csketch_type type, const void *value) {
  Board &board = Board::current();
  if (std::strlen(name) > nameLimit || board.variables.size() == variableLimit) return false;
  board.variables.push_back({name, type, value});
  return true;
}

bool CloudClass::function(const char *name, int (*callback)(String)) const {
  Board &board = Board::current();
  if (std::strlen(name) > nameLimit || board.functions.size() == functionLimit) return false;
  board.functions.push_back({name, callback});
  return true;
}

bool CloudClass::variable(const char *name, const int &value) const {
  return addVariable(name, CSKETCH_INT, &value);
}

bool CloudClass::variable(const char *name, const double &value) const {
  return addVariable(name, CSKETCH_DOUBLE, &value);
}

bool CloudClass::variable(const char *name, const bool &value) const {
  return addVariable(name, CSKETCH_BOOL, &value);
}

bool CloudClass::variable(const char *name, const String &value) const {
  return addVariable(name, CSKETCH_STRING, &value);
}

bool CloudClass::connected() const {
  const csketch_host &host = Board::current().host;
  return host.connected(host.context);
}

// Device OS keeps the times of five attempts, refused ones too, and refuses an attempt when the
// fourth before it is less than a second old. So hammering keeps the door shut.
static bool isOverRate(Board &board) {
  const uint32_t now = millis();
  board.attempts[board.nextAttempt] = now;
  board.nextAttempt = (board.nextAttempt + 1) % board.attempts.size();
  return now - board.attempts[board.nextAttempt] < burstWindowMilliseconds;
}

static bool isReserved(const char *name) {
  return std::strncmp(name, "spark", 5) == 0 || std::strncmp(name, "particle", 8) == 0;
}

bool CloudClass::publish(const char *name, const char *data, PublishFlag) const {
  Board &board = Board::current();
  board.attemptCount++;
  if (!connected() || isReserved(name)) return false;
  if (std::strlen(name) > eventNameLimit || std::strlen(data) > eventDataLimit) return false;
  if (isOverRate(board)) return false;
  return board.host.publish(board.host.context, name, data);
}

static uint64_t milliseconds() {
  const csketch_host &host = Board::current().host;
  return host.milliseconds(host.context);
}

unsigned SystemClass::uptime() const { return static_cast<unsigned>(milliseconds() / 1000); }

uint32_t millis() { return static_cast<uint32_t>(milliseconds()); }

void pinMode(uint16_t pin, PinMode mode) {
  if (pin < Board::pinCount) Board::current().pins[pin] = mode == OUTPUT ? LOW : -1;
}

void digitalWrite(uint16_t pin, uint8_t level) {
  if (pin >= Board::pinCount || Board::current().pins[pin] < 0) return;
  Board::current().pins[pin] = level == LOW ? LOW : HIGH;
}

int32_t platformID() { return Board::current().host.platform_id; }

}  // namespace device_os
