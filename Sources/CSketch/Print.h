#pragma once

#include <cstdarg>
#include <cstddef>
#include <cstdint>

#include "Text.h"

namespace device_os {

inline constexpr unsigned char DEC = 10, HEX = 16, OCT = 8, BIN = 2;

/// Something that can be written to.
class Print {
 public:
  virtual ~Print() = default;
  virtual size_t write(uint8_t letter) = 0;
  virtual size_t write(const uint8_t *bytes, size_t count);
  size_t write(const char *text) { return print(text); }
  int getWriteError() const { return 0; }

  size_t print(const char *text);
  size_t print(char letter) { return write(static_cast<uint8_t>(letter)); }
  size_t print(const String &text) { return print(text.c_str()); }
  size_t print(double value, int places = 2) { return print(String(value, places)); }
  template <typename Number, std::enable_if_t<std::is_integral_v<Number>, int> = 0>
  size_t print(Number value, int base = DEC) {
    return print(String(value, static_cast<unsigned char>(base)));
  }

  size_t println() { return print("\r\n"); }
  template <typename... Values>
  size_t println(const Values &...values) {
    return print(values...) + println();
  }

  [[gnu::format(printf, 2, 3)]] size_t printf(const char *format, ...);
  [[gnu::format(printf, 2, 3)]] size_t printlnf(const char *format, ...);

 private:
  size_t vprint(const char *format, va_list values);
};

/// Something that can be read from too; here there is never anything to read.
class Stream : public Print {
 public:
  virtual int available() { return 0; }
  virtual int read() { return -1; }
  virtual int peek() { return -1; }
  virtual void flush() {}
  void setTimeout(unsigned long) {}
  String readString() { return String(); }
  String readStringUntil(char) { return String(); }
  long parseInt() { return 0; }
  float parseFloat() { return 0; }
};

/// A serial port. The practice device has none: what is written goes nowhere, and nobody listens.
class SerialPort : public Stream {
 public:
  void begin(long = 9600) {}
  void end() {}
  bool isConnected() const { return false; }
  bool isEnabled() const { return true; }
  void blockOnOverrun(bool) {}
  int availableForWrite() { return 64; }
  int available() override;
  using Stream::write;
  size_t write(uint8_t) override { return 1; }
  explicit operator bool() const { return isConnected(); }
};

inline SerialPort Serial, Serial1, USBSerial1;

enum LogLevel {
  LOG_LEVEL_ALL = 1,
  LOG_LEVEL_TRACE = 1,
  LOG_LEVEL_INFO = 30,
  LOG_LEVEL_WARN = 40,
  LOG_LEVEL_ERROR = 50,
  LOG_LEVEL_PANIC = 60,
  LOG_LEVEL_NONE = 70,
};

/// Log lines are checked by the compiler and go nowhere.
class Logger {
 public:
  Logger() = default;
  explicit Logger(const char *) {}
  [[gnu::format(printf, 2, 3)]] void trace(const char *, ...) const {}
  [[gnu::format(printf, 2, 3)]] void info(const char *, ...) const {}
  [[gnu::format(printf, 2, 3)]] void warn(const char *, ...) const {}
  [[gnu::format(printf, 2, 3)]] void error(const char *, ...) const {}
  [[gnu::format(printf, 2, 3)]] void operator()(const char *, ...) const {}
  void print(const char *) const {}
  [[gnu::format(printf, 2, 3)]] void printf(const char *, ...) const {}
};

inline const Logger Log{};

class SerialLogHandler {
 public:
  template <typename... Settings>
  explicit SerialLogHandler(Settings &&...) {}
};

using Serial1LogHandler = SerialLogHandler;

}  // namespace device_os
