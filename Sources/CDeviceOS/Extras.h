#pragma once

#include <array>
#include <cstdint>
#include <cstring>

#include "Text.h"

namespace device_os {

/// Memory that on a device outlives a reset; the practice device's starts empty each time.
class EEPROMClass {
 public:
  uint8_t read(int index) const { return holds(index) ? bytes_[size_t(index)] : 0xFF; }
  void write(int index, uint8_t value) {
    if (holds(index)) bytes_[size_t(index)] = value;
  }
  void update(int index, uint8_t value) { write(index, value); }
  template <typename Value>
  Value &get(int index, Value &value) const {
    if (holds(index, sizeof(Value))) std::memcpy(&value, &bytes_[size_t(index)], sizeof(Value));
    return value;
  }
  template <typename Value>
  const Value &put(int index, const Value &value) {
    if (holds(index, sizeof(Value))) std::memcpy(&bytes_[size_t(index)], &value, sizeof(Value));
    return value;
  }
  uint8_t operator[](int index) const { return read(index); }
  /// A byte that can be set.
  class Place {
   public:
    Place(EEPROMClass &memory, int index) : memory_(memory), index_(index) {}
    operator uint8_t() const { return memory_.read(index_); }
    Place &operator=(uint8_t value) { return memory_.write(index_, value), *this; }

   private:
    EEPROMClass &memory_;
    int index_;
  };
  Place operator[](int index) { return Place(*this, index); }
  /// Nothing here waits to be erased.
  bool hasPendingErase() const { return false; }
  void performPendingErase() {}
  uint16_t length() const { return static_cast<uint16_t>(bytes_.size()); }
  void clear() { bytes_.fill(0xFF); }
  EEPROMClass() { clear(); }

 private:
  bool holds(int index, size_t count = 1) const {
    return index >= 0 && size_t(index) + count <= bytes_.size();
  }
  std::array<uint8_t, 4096> bytes_;
};

inline EEPROMClass EEPROM;

/// Tells a watchdog that the sketch lives; the practice device has none.
class ApplicationWatchdog {
 public:
  template <typename... Settings>
  explicit ApplicationWatchdog(Settings &&...) {}
  static void checkin() {}
};

/// A lock; as the sketch has one thread, it is always free.
class Mutex {
 public:
  void lock() {}
  bool trylock() { return true; }
  void unlock() {}
};
using RecursiveMutex = Mutex;

}  // namespace device_os

#define WITH_LOCK(lock)
#define TRY_LOCK(lock) if (true)
