#pragma once

#include <ctime>

#include "Text.h"

namespace device_os {

using time32_t = int32_t;

inline constexpr const char *TIME_FORMAT_DEFAULT = "asctime";
inline constexpr const char *TIME_FORMAT_ISO8601_FULL = "%Y-%m-%dT%H:%M:%S%z";

/// The time of day, which the cloud gives a device when it connects.
class TimeClass {
 public:
  /// Seconds since 1970. The practice device counts from 2024-01-01 00:00 UTC at its reset, so that
  /// two runs say the same.
  time32_t now() const;
  time32_t local() const;
  /// True once the cloud has told the time.
  bool isValid() const;
  void setTime(time_t time) const;
  /// Hours east of UTC, from -12 to 14; what is outside is ignored.
  void zone(float hours) const;
  float zone() const;
  /// Adds the offset, which is an hour unless something else was set.
  void beginDST() const;
  void endDST() const;
  uint8_t isDST() const;
  /// Up to two hours; what is more is ignored.
  void setDSTOffset(float hours) const;
  float getDSTOffset() const;

  int hour() const { return hour(now()); }
  int hour(time_t time) const { return parts(time).tm_hour; }
  int hourFormat12() const { return hourFormat12(now()); }
  int hourFormat12(time_t time) const { return (hour(time) + 11) % 12 + 1; }
  uint8_t isAM() const { return isAM(now()); }
  uint8_t isAM(time_t time) const { return hour(time) < 12; }
  uint8_t isPM() const { return isPM(now()); }
  uint8_t isPM(time_t time) const { return !isAM(time); }
  int minute() const { return minute(now()); }
  int minute(time_t time) const { return parts(time).tm_min; }
  int second() const { return second(now()); }
  int second(time_t time) const { return parts(time).tm_sec; }
  int day() const { return day(now()); }
  int day(time_t time) const { return parts(time).tm_mday; }
  /// 1 is Sunday.
  int weekday() const { return weekday(now()); }
  int weekday(time_t time) const { return parts(time).tm_wday + 1; }
  int month() const { return month(now()); }
  int month(time_t time) const { return parts(time).tm_mon + 1; }
  int year() const { return year(now()); }
  int year(time_t time) const { return parts(time).tm_year; }

  /// Such as `Mon Jan  1 00:00:00 2024`.
  String timeStr() const { return timeStr(now()); }
  String timeStr(time_t time) const;
  /// In the words of strftime, of which 63 letters count, and 49 of what comes out; `%z` is `Z` or
  /// such as `+02:00`. The default is that of timeStr, or what setFormat said.
  String format(time_t time, const char *format = nullptr) const;
  String format(const char *format = nullptr) const { return this->format(now(), format); }
  void setFormat(const char *format) const;
  const char *getFormat() const;

 private:
  /// With the whole year. As on a device the time that was asked for last is kept, whatever happens
  /// to the zone meanwhile; and before any was, 1970's first second is kept, and all of it zero.
  const tm &parts(time_t time) const;
};

inline constexpr TimeClass Time{};

}  // namespace device_os
