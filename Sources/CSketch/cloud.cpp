#include <cstring>

#include "board.h"

// The limits of Device OS (particle-cloud §9), in bytes where nothing else is said.
static constexpr size_t nameLimit = 64;
static constexpr size_t functionLimit = 15;
static constexpr size_t variableLimit = 20;
static constexpr size_t subscriptionLimit = 4;
static constexpr size_t eventNameLimit = 64;
static constexpr size_t eventDataLimit = 1024;
static constexpr uint32_t burstWindowMilliseconds = 1000;

namespace device_os {

bool CloudClass::addFunction(const char *name, Function function) const {
  Board &board = Board::current();
  if (!name || std::strlen(name) > nameLimit || board.functions.size() == functionLimit) {
    return false;
  }
  board.functions.push_back({name, function});
  return true;
}

bool CloudClass::addVariable(const char *name, Reader reader) const {
  Board &board = Board::current();
  if (!name || std::strlen(name) > nameLimit || board.variables.size() == variableLimit) {
    return false;
  }
  board.variables.push_back({name, reader});
  return true;
}

void CloudClass::showBool(csketch_variable &shown, bool value) {
  shown.type = CSKETCH_BOOL;
  shown.truth = value;
}

void CloudClass::showInt(csketch_variable &shown, int32_t value) {
  shown.type = CSKETCH_INT;
  shown.integer = value;
}

void CloudClass::showDouble(csketch_variable &shown, double value) {
  shown.type = CSKETCH_DOUBLE;
  shown.number = value;
}

void CloudClass::showText(csketch_variable &shown, const char *value) {
  Board &board = Board::current();
  board.shownText = value ? value : "";
  shown.type = CSKETCH_STRING;
  shown.text = board.shownText.c_str();
}

bool CloudClass::connected() const {
  Board &board = Board::current();
  board.breathe();
  return board.connected();
}

bool CloudClass::process() const {
  Board::current().pause(0);
  return connected();
}

String CloudClass::deviceID() const { return System.deviceID(); }

bool CloudClass::subscribe(const char *prefix, Handler handler) const {
  Board &board = Board::current();
  if (!prefix || std::strlen(prefix) > nameLimit) return false;
  if (board.subscriptions.size() == subscriptionLimit) return false;
  board.subscriptions.push_back({prefix, handler});
  return true;
}

void CloudClass::unsubscribe() const { Board::current().subscriptions.clear(); }

// Device OS keeps the times of five attempts, refused ones too, and refuses an attempt when the
// fourth before it is less than a second old. So hammering keeps the door shut.
static bool isOverRate(Board &board) {
  const uint32_t now = static_cast<uint32_t>(board.milliseconds());
  board.attempts[board.nextAttempt] = now;
  board.nextAttempt = (board.nextAttempt + 1) % board.attempts.size();
  return now - board.attempts[board.nextAttempt] < burstWindowMilliseconds;
}

static bool isReserved(const char *name) {
  return std::strncmp(name, "spark", 5) == 0 || std::strncmp(name, "particle", 8) == 0;
}

bool CloudClass::send(const char *name, const char *data) const {
  Board &board = Board::current();
  const char *text = data ? data : "";
  board.attemptCount++;
  if (!name || !board.connected() || isReserved(name)) return false;
  if (std::strlen(name) > eventNameLimit || std::strlen(text) > eventDataLimit) return false;
  if (isOverRate(board)) return false;
  return board.host.publish(board.host.context, name, text);
}

}  // namespace device_os
