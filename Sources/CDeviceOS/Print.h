#pragma once

#include <cstdarg>
#include <cstddef>
#include <cstdint>

#include "Text.h"

namespace device_os {

inline constexpr unsigned char DEC = 10, HEX = 16, OCT = 8, BIN = 2;

class Print;
struct Signal;

/// Something that can write itself.
class Printable {
 public:
  virtual ~Printable() = default;
  virtual size_t printTo(Print &place) const = 0;
};

/// Something that can be written to.
class Print {
 public:
  virtual ~Print() = default;
  virtual size_t write(uint8_t letter) = 0;
  virtual size_t write(const uint8_t *bytes, size_t count);
  size_t write(const char *text) { return print(text); }
  int getWriteError() const { return writeError_; }
  void clearWriteError() { writeError_ = 0; }

  size_t print(const char *text);
  size_t print(char letter) { return write(static_cast<uint8_t>(letter)); }
  size_t print(const String &text) { return print(text.c_str()); }
  size_t print(const Signal &signal);
  size_t print(const Printable &value) { return value.printTo(*this); }
  size_t print(float value, int places = 2) { return print(double(value), places); }
  size_t print(double value, int places = 2);
  /// Base 0 writes the number as a letter.
  template <typename Number, std::enable_if_t<isDigitsOrLetter<Number>, int> = 0>
  size_t print(Number value, int base = DEC) {
    if (base == 0) return write(static_cast<uint8_t>(value));
    if constexpr (std::is_enum_v<Number>) {
      return printText(printed(static_cast<int>(value), base));
    } else {
      return printText(printed(value, base));
    }
  }

  size_t println() { return print("\r\n"); }
  template <typename Value>
  size_t println(const Value &value) {
    return print(value) + println();
  }
  template <typename Number, std::enable_if_t<isDigitsOrLetter<Number>, int> = 0>
  size_t println(Number value, int how) {
    return print(value, how) + println();
  }

  [[gnu::format(printf, 2, 3)]] size_t printf(const char *format, ...);
  [[gnu::format(printf, 2, 3)]] size_t printlnf(const char *format, ...);

 protected:
  void setWriteError(int error = 1) { writeError_ = error; }

 private:
  size_t printText(const std::string &text);
  int writeError_ = 0;
};

}  // namespace device_os
