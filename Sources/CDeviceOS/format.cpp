#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "numbers.h"

// The printf of a board's small C library. This machine's own does the work, one number at a time.

namespace device_os {

namespace {

/// The values still to be written, in a struct of its own as lists of values cannot be handed on
/// by reference everywhere.
struct Values {
  va_list list;
};

/// One `%` with all that belongs to it.
struct Conversion {
  std::string flags;
  std::string size;
  char letter = '\0';
};

std::string written(const char *format, ...) {
  va_list values;
  va_start(values, format);
  char *text = nullptr;
  // Not snprintf: in a sketch's program that is made of this very function.
  const int length = vasprintf(&text, format, values);
  va_end(values);
  std::string result(length > 0 ? text : "", length > 0 ? static_cast<size_t>(length) : 0);
  if (length >= 0) std::free(text);
  return result;
}

/// A number of the format, or the next value in its place.
std::string count(const char *&place, Values &values) {
  std::string count;
  if (*place == '*') {
    place++;
    return std::to_string(va_arg(values.list, int));
  }
  while (*place >= '0' && *place <= '9') count += *place++;
  return count;
}

Conversion conversion(const char *&place, Values &values) {
  Conversion found;
  while (*place && std::strchr("-+ #0", *place)) found.flags += *place++;
  found.flags += count(place, values);
  if (*place == '.') {
    place++;
    const std::string precision = count(place, values);
    // As if there were none.
    if (precision.empty() || precision[0] != '-') found.flags += "." + precision;
  }
  if (*place && std::strchr("hlL", *place)) {
    found.size += *place++;
    if (found.size == "l" && *place == 'l') found.size += *place++;
  }
  if (*place) found.letter = *place++;
  return found;
}

std::string signedNumber(const Conversion &how, Values &values) {
  const long long value = how.size == "ll"  ? va_arg(values.list, long long)
                          : how.size == "l" ? static_cast<int32_t>(va_arg(values.list, long))
                                            : va_arg(values.list, int);
  const std::string format = "%" + how.flags + "ll" + how.letter;
  return written(format.c_str(), how.size == "h" ? static_cast<short>(value) : value);
}

std::string unsignedNumber(const Conversion &how, Values &values) {
  const unsigned long long value =
      how.size == "ll"  ? va_arg(values.list, unsigned long long)
      : how.size == "l" ? static_cast<uint32_t>(va_arg(values.list, unsigned long))
                        : va_arg(values.list, unsigned);
  const std::string format = "%" + how.flags + "ll" + how.letter;
  const auto narrow = static_cast<unsigned short>(value);
  return written(format.c_str(), how.size == "h" ? narrow : value);
}

std::string realNumber(const Conversion &how, Values &values) {
  const std::string format = "%" + how.flags + how.letter;
  if (how.size != "L") return written(format.c_str(), va_arg(values.list, double));
  return written(format.c_str(), static_cast<double>(va_arg(values.list, long double)));
}

std::string converted(const Conversion &how, Values &values) {
  const std::string format = "%" + how.flags;
  switch (how.letter) {
    case '\0': return "";
    case 'd': case 'i': return signedNumber(how, values);
    case 'u': case 'o': case 'x': case 'X': return unsignedNumber(how, values);
    case 'e': case 'f': case 'g': case 'E': case 'F': case 'G': return realNumber(how, values);
    case 's': return written((format + "s").c_str(), va_arg(values.list, const char *));
    case 'c': return written((format + "c").c_str(), va_arg(values.list, int));
    case 'p': {
      const auto address = reinterpret_cast<uintptr_t>(va_arg(values.list, void *));
      return "0x" + inBase(address, 16);
    }
    case 'n': *va_arg(values.list, int *) = 0; return "";
    default: return written((format + "c").c_str(), how.letter);
  }
}

}  // namespace

std::string formatted(const char *format, va_list list) {
  Values values;
  va_copy(values.list, list);
  std::string text;
  for (const char *place = format; *place;) {
    if (*place != '%') {
      text += *place++;
      continue;
    }
    place++;
    text += converted(conversion(place, values), values);
  }
  va_end(values.list);
  return text;
}

}  // namespace device_os
