#pragma once

#include <initializer_list>

#include "Print.h"

namespace device_os {

enum LogLevel {
  LOG_LEVEL_ALL = 1,
  LOG_LEVEL_TRACE = 1,
  LOG_LEVEL_INFO = 30,
  LOG_LEVEL_WARN = 40,
  LOG_LEVEL_ERROR = 50,
  LOG_LEVEL_PANIC = 60,
  LOG_LEVEL_NONE = 70,
};

/// From which level on the lines of a category are wanted.
struct LogCategoryFilter {
  LogCategoryFilter(String category, LogLevel level) : category(category), level(level) {}
  String category;
  LogLevel level;
};

using LogCategoryFilters = std::initializer_list<LogCategoryFilter>;

/// What can be said of one line beside its text.
class LogAttributes {};

/// Log lines are checked by the compiler and go nowhere: nobody listens at the practice device.
class Logger {
 public:
  explicit Logger(const char *name = "app") : name_(name) {}
  const char *name() const { return name_; }
  Logger code(int) const { return *this; }
  Logger details(const char *) const { return *this; }
  [[gnu::format(printf, 2, 3)]] void trace(const char *, ...) const {}
  [[gnu::format(printf, 2, 3)]] void info(const char *, ...) const {}
  [[gnu::format(printf, 2, 3)]] void warn(const char *, ...) const {}
  [[gnu::format(printf, 2, 3)]] void error(const char *, ...) const {}
  [[gnu::format(printf, 3, 4)]] void log(LogLevel, const char *, ...) const {}
  [[gnu::format(printf, 2, 3)]] void log(const char *, ...) const {}
  [[gnu::format(printf, 2, 3)]] void operator()(const char *, ...) const {}
  [[gnu::format(printf, 3, 4)]] void operator()(LogLevel, const char *, ...) const {}
  void print(const char *) const {}
  void print(LogLevel, const char *) const {}
  void write(const char *, size_t) const {}
  void write(LogLevel, const char *, size_t) const {}
  void dump(const void *, size_t) const {}
  void dump(LogLevel, const void *, size_t) const {}
  [[gnu::format(printf, 2, 3)]] void printf(const char *, ...) const {}
  [[gnu::format(printf, 3, 4)]] void printf(LogLevel, const char *, ...) const {}
  bool isTraceEnabled() const { return false; }
  bool isInfoEnabled() const { return false; }
  bool isWarnEnabled() const { return false; }
  bool isErrorEnabled() const { return false; }
  bool isLevelEnabled(LogLevel) const { return false; }
  static bool isEnabled(LogLevel, const char * = nullptr) { return false; }

 private:
  const char *name_;
};

inline const Logger Log{};

/// Says which lines a serial port is to show; the first number may be its speed.
class SerialLogHandler {
 public:
  explicit SerialLogHandler(LogLevel = LOG_LEVEL_INFO, LogCategoryFilters = {}) {}
  explicit SerialLogHandler(LogCategoryFilters) {}
  explicit SerialLogHandler(int, LogLevel = LOG_LEVEL_INFO, LogCategoryFilters = {}) {}
};

using Serial1LogHandler = SerialLogHandler;
using USBSerial1LogHandler = SerialLogHandler;

}  // namespace device_os

#define LOG_CATEGORY(name) static const device_os::Logger deviceOSLogger(name)
#define LOG_SOURCE_CATEGORY(name)
#define LOG(level, format, ...) device_os::Log(device_os::LOG_LEVEL_##level, format, ##__VA_ARGS__)
#define LOG_DEBUG(level, format, ...) LOG(level, format, ##__VA_ARGS__)
#define LOG_PRINT(level, text) device_os::Log.print(device_os::LOG_LEVEL_##level, text)
#define LOG_PRINTF(level, format, ...) \
  device_os::Log.printf(device_os::LOG_LEVEL_##level, format, ##__VA_ARGS__)
#define LOG_DUMP(level, data, size) device_os::Log.dump(device_os::LOG_LEVEL_##level, data, size)
#define LOG_ENABLED(level) device_os::Logger::isEnabled(device_os::LOG_LEVEL_##level)
