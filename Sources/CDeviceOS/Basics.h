#pragma once

#include <chrono>
#include <cstdint>
#include <type_traits>

// The kinds of boards by name (particle:platform-ids).
#define PLATFORM_SPARK_CORE 0
#define PLATFORM_GCC 3
#define PLATFORM_PHOTON_PRODUCTION 6
#define PLATFORM_P1 8
#define PLATFORM_ELECTRON_PRODUCTION 10
#define PLATFORM_ARGON 12
#define PLATFORM_BORON 13
#define PLATFORM_XENON 14
#define PLATFORM_ESOMX 15
#define PLATFORM_ASOM 22
#define PLATFORM_BSOM 23
#define PLATFORM_B5SOM 25
#define PLATFORM_TRACKER 26
#define PLATFORM_TRACKERM 28
#define PLATFORM_P2 32
#define PLATFORM_PHOTON2 32
#define PLATFORM_MSOM 35
#define PLATFORM_MUON 35
#define PLATFORM_ELECTRON2 37

// The release whose limits these are; what the practice cloud says of its devices.
#define SYSTEM_VERSION_STRING "6.1.1"
#define SYSTEM_VERSION_MAJOR 6
#define SYSTEM_VERSION_MINOR 1
#define SYSTEM_VERSION_PATCH 1
// A preview of a release is older than the release itself, whose last byte is 0xFF.
#define SYSTEM_VERSION_BYTES(major, minor, patch, last) \
  ((((major) & 0xFF) << 24) | (((minor) & 0xFF) << 16) | (((patch) & 0xFF) << 8) | (last))
#define SYSTEM_VERSION_ALPHA(major, minor, patch, preview) \
  SYSTEM_VERSION_BYTES(major, minor, patch, (preview) & 0x3F)
#define SYSTEM_VERSION_BETA(major, minor, patch, preview) \
  SYSTEM_VERSION_BYTES(major, minor, patch, ((preview) & 0x3F) | 0x40)
#define SYSTEM_VERSION_RC(major, minor, patch, preview) \
  SYSTEM_VERSION_BYTES(major, minor, patch, ((preview) & 0x3F) | 0x80)
#define SYSTEM_VERSION_DEFAULT(major, minor, patch) SYSTEM_VERSION_BYTES(major, minor, patch, 0xFF)
#define SYSTEM_VERSION SYSTEM_VERSION_DEFAULT(6, 1, 1)
// Sketches ask whether a release is known, to tell whether theirs is as new.
#define SYSTEM_VERSION_v121 SYSTEM_VERSION_DEFAULT(1, 2, 1)
#define SYSTEM_VERSION_v131 SYSTEM_VERSION_DEFAULT(1, 3, 1)
#define SYSTEM_VERSION_v140 SYSTEM_VERSION_DEFAULT(1, 4, 0)
#define SYSTEM_VERSION_v150 SYSTEM_VERSION_DEFAULT(1, 5, 0)
#define SYSTEM_VERSION_v200 SYSTEM_VERSION_DEFAULT(2, 0, 0)
#define SYSTEM_VERSION_v210 SYSTEM_VERSION_DEFAULT(2, 1, 0)
#define SYSTEM_VERSION_v220 SYSTEM_VERSION_DEFAULT(2, 2, 0)
#define SYSTEM_VERSION_v230 SYSTEM_VERSION_DEFAULT(2, 3, 0)
#define SYSTEM_VERSION_v300 SYSTEM_VERSION_DEFAULT(3, 0, 0)
#define SYSTEM_VERSION_v310 SYSTEM_VERSION_DEFAULT(3, 1, 0)
#define SYSTEM_VERSION_v320 SYSTEM_VERSION_DEFAULT(3, 2, 0)
#define SYSTEM_VERSION_v330 SYSTEM_VERSION_DEFAULT(3, 3, 0)
#define SYSTEM_VERSION_v400 SYSTEM_VERSION_DEFAULT(4, 0, 0)
#define SYSTEM_VERSION_v410 SYSTEM_VERSION_DEFAULT(4, 1, 0)
#define SYSTEM_VERSION_v420 SYSTEM_VERSION_DEFAULT(4, 2, 0)
#define SYSTEM_VERSION_v500 SYSTEM_VERSION_DEFAULT(5, 0, 0)
#define SYSTEM_VERSION_v510 SYSTEM_VERSION_DEFAULT(5, 1, 0)
#define SYSTEM_VERSION_v520 SYSTEM_VERSION_DEFAULT(5, 2, 0)
#define SYSTEM_VERSION_v530 SYSTEM_VERSION_DEFAULT(5, 3, 0)
#define SYSTEM_VERSION_v540 SYSTEM_VERSION_DEFAULT(5, 4, 0)
#define SYSTEM_VERSION_v550 SYSTEM_VERSION_DEFAULT(5, 5, 0)
#define SYSTEM_VERSION_v560 SYSTEM_VERSION_DEFAULT(5, 6, 0)
#define SYSTEM_VERSION_v570 SYSTEM_VERSION_DEFAULT(5, 7, 0)
#define SYSTEM_VERSION_v580 SYSTEM_VERSION_DEFAULT(5, 8, 0)
#define SYSTEM_VERSION_v590 SYSTEM_VERSION_DEFAULT(5, 9, 0)
#define SYSTEM_VERSION_v610 SYSTEM_VERSION_DEFAULT(6, 1, 0)
#define SYSTEM_VERSION_v611 SYSTEM_VERSION_DEFAULT(6, 1, 1)

#ifndef TRUE
#define TRUE true
#define FALSE false
#endif

#define F(text) (text)
#define PSTR(text) (text)
#define PROGMEM
#define pgm_read_byte(place) (*reinterpret_cast<const uint8_t *>(place))
#define pgm_read_word(place) (*reinterpret_cast<const uint16_t *>(place))
#define strlen_P strlen
#define strcmp_P strcmp
#define strcpy_P strcpy
#define memcpy_P memcpy
#define sprintf_P sprintf
#define PRODUCT_ID(id) static_assert(true, "the practice cloud decides whose device this is")
#define PRODUCT_VERSION(version) static_assert(true, "the practice cloud counts no versions")

// Memory that outlives a reset. The practice device has none, as after a loss of power.
#define retained

namespace device_os {

using byte = uint8_t;
using word = uint32_t;
using boolean = bool;
using system_tick_t = uint32_t;
using pin_t = uint16_t;

template <typename A, typename B>
constexpr std::common_type_t<A, B> min(A left, B right) {
  return right < left ? right : left;
}

template <typename A, typename B>
constexpr std::common_type_t<A, B> max(A left, B right) {
  return left < right ? right : left;
}

/// Of the value's own type, whatever the limits are.
template <typename A, typename B, typename C>
constexpr A constrain(A value, B low, C high) {
  return value < low ? static_cast<A>(low) : high < value ? static_cast<A>(high) : value;
}

constexpr int map(int value, int fromLow, int fromHigh, int toLow, int toHigh) {
  if (fromLow == fromHigh) return value;
  return (value - fromLow) * (toHigh - toLow) / (fromHigh - fromLow) + toLow;
}

constexpr double map(
    double value, double fromLow, double fromHigh, double toLow, double toHigh) {
  if (fromLow == fromHigh) return value;
  return (value - fromLow) * (toHigh - toLow) / (fromHigh - fromLow) + toLow;
}

inline constexpr double PI = 3.1415926535897932, HALF_PI = PI / 2, TWO_PI = PI * 2;
inline constexpr double DEG_TO_RAD = PI / 180, RAD_TO_DEG = 180 / PI;
constexpr double radians(double degrees) { return degrees * DEG_TO_RAD; }
constexpr double degrees(double radians) { return radians * RAD_TO_DEG; }
template <typename A>
constexpr auto sq(A value) { return value * value; }
template <typename A>
constexpr uint8_t lowByte(A value) { return static_cast<uint8_t>(value & 0xFF); }
template <typename A>
constexpr uint8_t highByte(A value) { return static_cast<uint8_t>((value >> 8) & 0xFF); }
constexpr unsigned long bit(unsigned place) { return 1ul << place; }
template <typename A>
constexpr bool bitRead(A value, unsigned place) { return (value >> place) & 1; }
template <typename A>
void bitSet(A &value, unsigned place) { value = static_cast<A>(value | (A(1) << place)); }
template <typename A>
void bitClear(A &value, unsigned place) { value = static_cast<A>(value & ~(A(1) << place)); }
template <typename A>
void bitWrite(A &value, unsigned place, bool bit) {
  bit ? bitSet(value, place) : bitClear(value, place);
}

/// From 0 up to, and without, the limit; the sequence starts the same after each reset.
int random(int limit);
int random(int low, int limit);
void randomSeed(unsigned seed);

/// Milliseconds since the reset, in 32 bits: starts again from 0 after 49.7 days.
uint32_t millis();
uint32_t micros();
/// Stands still for this long; the cloud's calls are answered meanwhile.
void delay(uint32_t milliseconds);
inline void delay(std::chrono::milliseconds time) { delay(static_cast<uint32_t>(time.count())); }
void delayMicroseconds(unsigned microseconds);

}  // namespace device_os
