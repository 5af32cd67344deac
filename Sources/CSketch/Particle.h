#pragma once

// A stand-in for the part of Particle's Device OS that our sketch uses, so that the sketch compiles
// unchanged on this machine. Names and meanings are Device OS's; the limits are those of its
// releases from 3.0 on (particle-cloud §9). Grow it when a sketch needs more.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

namespace device_os {

/// Text that copies itself, as in Wiring.
class String {
 public:
  String(const char *text = "") : text_(text ? text : "") {}
  const char *c_str() const { return text_.c_str(); }
  unsigned int length() const { return static_cast<unsigned int>(text_.size()); }
  bool operator==(const String &other) const { return text_ == other.text_; }
  bool operator==(const char *other) const { return text_ == (other ? other : ""); }

 private:
  std::string text_;
};

/// Events are private since Device OS 3; the flag is kept for older releases.
enum PublishFlag { PUBLIC, PRIVATE };

class CloudClass {
 public:
  /// False if the name is over 64 bytes or 15 functions are there already.
  bool function(const char *name, int (*callback)(String)) const;
  /// False if the name is over 64 bytes or 20 variables are there already.
  bool variable(const char *name, const int &value) const;
  bool variable(const char *name, const double &value) const;
  bool variable(const char *name, const bool &value) const;
  bool variable(const char *name, const String &value) const;
  bool connected() const;
  /// False if offline, over a limit, or not taken by the cloud. Refused attempts count too.
  bool publish(const char *name, const char *data, PublishFlag flag) const;
};

class SystemClass {
 public:
  /// Whole seconds since the reset; does not start again when millis() does.
  unsigned uptime() const;
};

/// The practice device has no serial port: log lines are checked by the compiler and go nowhere.
class Logger {
 public:
  [[gnu::format(printf, 2, 3)]] void info(const char *, ...) const {}
  [[gnu::format(printf, 2, 3)]] void warn(const char *, ...) const {}
  [[gnu::format(printf, 2, 3)]] void error(const char *, ...) const {}
};

enum LogLevel { LOG_LEVEL_INFO };

class SerialLogHandler {
 public:
  explicit SerialLogHandler(LogLevel) {}
};

inline constexpr CloudClass Particle{};
inline constexpr SystemClass System{};
inline constexpr Logger Log{};

/// Milliseconds since the reset, in 32 bits: starts again from 0 after 49.7 days.
uint32_t millis();

inline constexpr uint16_t D7 = 7;
enum PinMode { INPUT, OUTPUT };
inline constexpr uint8_t LOW = 0;
inline constexpr uint8_t HIGH = 1;

void pinMode(uint16_t pin, PinMode mode);
void digitalWrite(uint16_t pin, uint8_t level);

/// The kind of board. On a device it is a constant, here it is asked of the running board.
int32_t platformID();

}  // namespace device_os

using namespace device_os;

#define PLATFORM_ID (device_os::platformID())
#define SYSTEM_THREAD(state) static_assert(true, "the practice device connects by itself")
