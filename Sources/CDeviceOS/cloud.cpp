#include <cstring>

#include "board.h"

// The limits of Device OS (particle:os-limits), in bytes where nothing else is said.
static constexpr size_t nameLimit = 64;
static constexpr size_t functionLimit = 15;
static constexpr size_t variableLimit = 20;
static constexpr size_t subscriptionLimit = 4;
static constexpr size_t eventNameLimit = 64;
static constexpr size_t eventDataLimit = 1024;
static constexpr size_t variableValueLimit = 1024;
static constexpr uint32_t burstWindowMilliseconds = 1000;

namespace device_os {

/// Puts something in the place of what has that name, or behind the last; false if there is no
/// room, or the name is too long.
template <typename Entry>
static bool put(std::vector<Entry> &entries, const char *name, Entry entry, size_t limit) {
  if (!name || std::strlen(name) > nameLimit) return false;
  for (Entry &other : entries) {
    if (other.name != name) continue;
    other = entry;
    return true;
  }
  if (entries.size() == limit) return false;
  entries.push_back(entry);
  return true;
}

bool CloudClass::addFunction(const char *name, Function function) const {
  Board::Function entry{name ? name : "", function};
  return put(Board::current().functions, name, entry, functionLimit);
}

bool CloudClass::addVariable(const char *name, Reader reader) const {
  Board::Variable entry{name ? name : "", reader};
  return put(Board::current().variables, name, entry, variableLimit);
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
  board.shownText = value ? std::string(value, strnlen(value, variableValueLimit)) : "";
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

uint32_t CloudClass::timeSyncedLast(time_t &time) const {
  time = connected() ? Board::current().timeAtReset : 0;
  return 0;
}

String CloudClass::deviceID() const { return System.deviceID(); }

bool CloudClass::addHandler(const char *prefix, Handler handler) const {
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

// Sent by a device like any other, only that these do not count for the rate above; how often they
// may come, and what the cloud does with them, is not documented.
static bool isReserved(const std::string &name) {
  return name.compare(0, 5, "spark") == 0 || name.compare(0, 8, "particle") == 0;
}

bool CloudClass::send(const char *name, const char *data) const {
  Board &board = Board::current();
  board.attemptCount++;
  if (!name || !board.connected()) return false;
  const std::string shownName(name, strnlen(name, eventNameLimit));
  const std::string text(data ? data : "", data ? strnlen(data, eventDataLimit) : 0);
  if (!isReserved(shownName) && isOverRate(board)) return false;
  return board.host.publish(board.host.context, shownName.c_str(), text.c_str());
}

}  // namespace device_os
