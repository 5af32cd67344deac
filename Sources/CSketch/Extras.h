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

/// How well the network is heard: always the same middling signal.
struct Signal {
  int rssi = -67;
  int qual = 60;
  float getStrength() const { return 60; }
  float getStrengthValue() const { return -67; }
  float getQuality() const { return 60; }
  float getQualityValue() const { return 30; }
  operator int() const { return rssi; }
};

/// A network that is up whenever the practice device is connected.
class NetworkClass {
 public:
  void on() const {}
  void off() const {}
  void connect() const {}
  void disconnect() const {}
  bool ready() const;
  bool connecting() const { return false; }
  bool listening() const { return false; }
  void listen(bool = true) const {}
  bool hasCredentials() const { return true; }
  void selectAntenna(int) const {}
  Signal RSSI() const { return Signal(); }
  const char *SSID() const { return "practice"; }
};

inline constexpr NetworkClass WiFi{}, Cellular{}, Ethernet{}, Network{};
inline constexpr int ANT_INTERNAL = 0, ANT_EXTERNAL = 1, ANT_AUTO = 3;

/// The status LED; nobody looks.
class RGBClass {
 public:
  void control(bool) const {}
  bool controlled() const { return false; }
  void color(int, int, int) const {}
  void color(uint32_t) const {}
  void brightness(uint8_t, bool = true) const {}
};

inline constexpr RGBClass RGB{};

/// Tells a watchdog that the sketch lives; the practice device has none.
class ApplicationWatchdog {
 public:
  template <typename... Settings>
  explicit ApplicationWatchdog(Settings &&...) {}
  static void checkin() {}
};

}  // namespace device_os
