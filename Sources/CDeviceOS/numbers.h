#pragma once

#include <cstdarg>
#include <cstdint>
#include <string>
#include <type_traits>

// Numbers as a device writes them. Its `long` has 32 bits, so of one of this machine so many count.

namespace device_os {

/// As the C library writes them, with small letters; nothing for a base below 2 or over 36.
std::string inBase(uint64_t value, unsigned char base);

template <typename Number>
std::string digits(Number value, unsigned char base) {
  if constexpr (std::is_signed_v<Number>) {
    if (value < 0) return "-" + inBase(0 - static_cast<uint64_t>(value), base);
  }
  return inBase(static_cast<uint64_t>(value), base);
}

/// As a device writes a `long`: with capitals, and below zero with the signs of its own division.
std::string longDigits(int32_t value, unsigned char base);

/// As `String` writes a number: in 32 bits before the point, and of ten places or more nonsense.
std::string fixedPoint(double value, int places);

/// As `print` writes a number: `nan`, `inf`, and `ovf` for what 32 bits do not hold.
std::string printed(double value, int places);

/// As `print` writes the bits of a number, with capitals; a base below 2 is 10.
std::string printedBits(uint64_t bits, int base);

template <typename Number>
std::string printed(Number value, int base) {
  if constexpr (std::is_same_v<Number, long> && sizeof(long) > 4) {
    return printed(static_cast<int32_t>(value), base);
  }
  if constexpr (std::is_same_v<Number, unsigned long> && sizeof(long) > 4) {
    return printed(static_cast<uint32_t>(value), base);
  }
  const bool below = std::is_signed_v<Number> && value < Number(0);
  if (below && base == 10) return "-" + printedBits(0 - static_cast<uint64_t>(value), base);
  const bool isWide = std::is_same_v<Number, long long> || !std::is_signed_v<Number>;
  return printedBits(isWide ? static_cast<uint64_t>(value) : static_cast<uint32_t>(value), base);
}

/// As a device's printf: it knows h, l and ll before a number, and neither hh, z, j and t, nor %a.
/// What it does not know it writes as it is. `%ld` has 32 bits.
std::string formatted(const char *format, va_list values);

}  // namespace device_os
