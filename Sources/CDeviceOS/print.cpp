#include <string>

#include "Print.h"
#include "Serial.h"
#include "board.h"

namespace device_os {

size_t Print::write(const uint8_t *bytes, size_t count) {
  size_t written = 0;
  for (size_t index = 0; index < count; index++) written += write(bytes[index]);
  return written;
}

size_t Print::print(const char *text) {
  if (!text) return 0;
  return write(reinterpret_cast<const uint8_t *>(text), std::strlen(text));
}

size_t Print::print(double value, int places) { return printText(printed(value, places)); }

size_t Print::printText(const std::string &text) {
  return write(reinterpret_cast<const uint8_t *>(text.data()), text.size());
}

size_t Print::printf(const char *format, ...) {
  va_list values;
  va_start(values, format);
  const std::string text = formatted(format, values);
  va_end(values);
  return print(text.c_str());
}

size_t Print::printlnf(const char *format, ...) {
  va_list values;
  va_start(values, format);
  const std::string text = formatted(format, values);
  va_end(values);
  return print(text.c_str()) + println();
}

int SerialPort::available() {
  // Sketches wait here for somebody to type.
  Board::current().breathe();
  return 0;
}

}  // namespace device_os
