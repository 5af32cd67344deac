#include "numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace device_os {

static std::string inLetters(uint64_t value, unsigned base, const char *letters) {
  std::string reversed;
  do {
    reversed += letters[value % base];
    value /= base;
  } while (value > 0);
  return std::string(reversed.rbegin(), reversed.rend());
}

static constexpr const char *capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

std::string inBase(uint64_t value, unsigned char base) {
  if (base < 2 || base > 36) return "";
  return inLetters(value, base, "0123456789abcdefghijklmnopqrstuvwxyz");
}

std::string longDigits(int32_t value, unsigned char base) {
  if (base < 2 || base > 36) return "";
  if (value >= 0) return inLetters(static_cast<uint64_t>(value), base, capitals);
  // Only of base 10 the sign is taken off first, and not off the least number, which has no other.
  const bool isTakenOff = base == 10 && value != INT32_MIN;
  if (isTakenOff) return digits(value, base);
  std::string reversed;
  for (int32_t rest = value; rest != 0; rest /= base) {
    reversed += static_cast<char>('0' + rest % base);
  }
  return (base == 10 ? "-" : "") + std::string(reversed.rbegin(), reversed.rend());
}

// What a board makes of a number that is out of range, or none: the nearest, or nothing.
static uint64_t bits(double value) {
  if (!(value > 0)) return 0;
  return value >= 18446744073709551616.0 ? UINT64_MAX : static_cast<uint64_t>(value);
}

static std::string padded(uint32_t value, size_t places) {
  const std::string digits = std::to_string(value);
  return std::string(places - std::min(places, digits.size()), '0') + digits;
}

std::string fixedPoint(double value, int places) {
  const bool below = value < 0;
  const unsigned char shown = static_cast<unsigned char>(places);
  uint32_t power = 1;
  for (unsigned place = 0; place < shown; place++) power *= 10;
  // Ten places are more than 32 bits hold, so what is left of the power is taken.
  const double scale = static_cast<int32_t>(power);
  const uint64_t divisor = static_cast<uint64_t>(static_cast<int64_t>(static_cast<int32_t>(power)));
  const double scaled = std::fabs(value) * scale;
  uint64_t whole = bits(scaled);
  if (scaled - static_cast<double>(whole) >= 0.5) whole++;
  const auto first = static_cast<uint32_t>(divisor ? whole / divisor : 0);
  const auto second = static_cast<uint32_t>(divisor ? whole % divisor : 0);
  const std::string text = (below ? "-" : "") + std::to_string(first);
  return shown == 0 ? text : text + "." + padded(second, shown);
}

std::string printed(double value, int places) {
  // Device OS found by trying that above this it goes wrong.
  constexpr double most = 4294967040.0;
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return "inf";
  if (std::fabs(value) > most) return "ovf";
  const unsigned char shown = static_cast<unsigned char>(places);
  double half = 0.5;
  for (unsigned place = 0; place < shown; place++) half /= 10;
  const double rounded = std::fabs(value) + half;
  const auto whole = static_cast<uint32_t>(bits(rounded));
  std::string text = (value < 0 ? "-" : "") + std::to_string(whole);
  if (shown > 0) text += '.';
  double rest = rounded - whole;
  for (unsigned place = 0; place < shown; place++) {
    rest *= 10;
    const int digit = static_cast<int>(rest);
    text += std::to_string(digit);
    rest -= digit;
  }
  return text;
}

std::string printedBits(uint64_t bits, int base) {
  const auto used = static_cast<unsigned char>(base);
  return inLetters(bits, used < 2 ? 10 : std::min<unsigned>(used, 36), capitals);
}

}  // namespace device_os
