#include <cstdio>
#include <string>

#include "Print.h"
#include "board.h"

namespace device_os {

size_t Print::write(const uint8_t *bytes, size_t count) {
  for (size_t index = 0; index < count; index++) write(bytes[index]);
  return count;
}

size_t Print::print(const char *text) {
  if (!text) return 0;
  return write(reinterpret_cast<const uint8_t *>(text), std::strlen(text));
}

size_t Print::vprint(const char *format, va_list values) {
  va_list again;
  va_copy(again, values);
  const int length = std::vsnprintf(nullptr, 0, format, values);
  std::string text(length > 0 ? static_cast<size_t>(length) : 0, '\0');
  std::vsnprintf(text.data(), text.size() + 1, format, again);
  va_end(again);
  return print(text.c_str());
}

size_t Print::printf(const char *format, ...) {
  va_list values;
  va_start(values, format);
  const size_t written = vprint(format, values);
  va_end(values);
  return written;
}

size_t Print::printlnf(const char *format, ...) {
  va_list values;
  va_start(values, format);
  const size_t written = vprint(format, values);
  va_end(values);
  return written + println();
}

int SerialPort::available() {
  // Sketches wait here for somebody to type.
  Board::current().breathe();
  return 0;
}

}  // namespace device_os
