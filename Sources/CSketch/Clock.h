#pragma once

#include <ctime>

#include "Text.h"

namespace device_os {

inline constexpr const char *TIME_FORMAT_DEFAULT = "asctime";
inline constexpr const char *TIME_FORMAT_ISO8601_FULL = "iso8601";

/// The time of day, which the cloud gives a device when it connects.
class TimeClass {
 public:
  /// Seconds since 1970. The practice device counts from 2024-01-01 00:00 UTC at its reset, so that
  /// two runs say the same.
  time_t now() const;
  time_t local() const;
  /// True once the cloud has told the time.
  bool isValid() const;
  void setTime(time_t time) const;
  /// Hours east of UTC.
  void zone(float hours) const;
  float zone() const;
  void beginDST() const {}
  void endDST() const {}
  bool isDST() const { return false; }

  int hour() const { return hour(now()); }
  int hour(time_t time) const { return parts(time).tm_hour; }
  int hourFormat12() const { return hourFormat12(now()); }
  int hourFormat12(time_t time) const { return (hour(time) + 11) % 12 + 1; }
  bool isAM() const { return hour() < 12; }
  bool isPM() const { return !isAM(); }
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
  int year(time_t time) const { return parts(time).tm_year + 1900; }

  /// Such as `Mon Jan  1 00:00:00 2024`.
  String timeStr() const { return timeStr(now()); }
  String timeStr(time_t time) const { return format(time, "%a %b %e %H:%M:%S %Y"); }
  /// In the words of strftime; the default is that of timeStr, or what setFormat said.
  String format(time_t time, const char *format = nullptr) const;
  String format(const char *format = nullptr) const { return this->format(now(), format); }
  void setFormat(const char *format) const;

 private:
  tm parts(time_t time) const;
};

inline constexpr TimeClass Time{};

}  // namespace device_os
