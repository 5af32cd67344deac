#include <algorithm>

#include "board.h"

namespace device_os {

time_t TimeClass::now() const {
  Board &board = Board::current();
  board.breathe();
  return board.timeAtReset + static_cast<time_t>(board.milliseconds() / 1000);
}

time_t TimeClass::local() const { return now() + Board::current().zoneSeconds; }

bool TimeClass::isValid() const { return Board::current().connected(); }

void TimeClass::setTime(time_t time) const { Board::current().timeAtReset += time - now(); }

void TimeClass::zone(float hours) const {
  Board::current().zoneSeconds = static_cast<long>(hours * 3600);
}

float TimeClass::zone() const { return static_cast<float>(Board::current().zoneSeconds) / 3600; }

void TimeClass::setFormat(const char *format) const {
  Board::current().timeFormat = format ? format : "";
}

String TimeClass::format(time_t time, const char *format) const {
  std::string words = format ? format : Board::current().timeFormat;
  if (words.empty() || words == TIME_FORMAT_DEFAULT) words = "%a %b %e %H:%M:%S %Y";
  const long zone = Board::current().zoneSeconds;
  if (words == TIME_FORMAT_ISO8601_FULL) {
    const unsigned minutes = static_cast<unsigned>(std::labs(zone) / 60);
    words = "%Y-%m-%dT%H:%M:%S";
    const char sign = zone < 0 ? '-' : '+';
    words += zone == 0 ? String("Z")
                       : String::format("%c%02u:%02u", sign, minutes / 60, minutes % 60);
  }
  char written[256];
  const tm local = parts(time);
  return String(written, static_cast<unsigned>(
      std::strftime(written, sizeof(written), words.c_str(), &local)));
}

tm TimeClass::parts(time_t time) const {
  const time_t local = time + Board::current().zoneSeconds;
  tm parts{};
  gmtime_r(&local, &parts);
  return parts;
}

Timer::Timer(unsigned period, std::function<void()> function, bool oneShot)
    : period_(std::max(period, 1u)), function_(function), oneShot_(oneShot) {}

Timer::~Timer() { stop(); }

bool Timer::start(unsigned) {
  Board &board = Board::current();
  due_ = board.milliseconds() + period_;
  if (!active_) board.timers.push_back(this);
  active_ = true;
  return true;
}

bool Timer::stop(unsigned) {
  std::vector<Timer *> &timers = Board::current().timers;
  timers.erase(std::remove(timers.begin(), timers.end(), this), timers.end());
  active_ = false;
  return true;
}

bool Timer::changePeriod(unsigned period, unsigned) {
  period_ = std::max(period, 1u);
  return start();
}

void Timer::timeout() {
  if (function_) function_();
}

void Timer::fire() {
  if (oneShot_) {
    stop();
  } else {
    due_ += period_;
  }
  timeout();
}

}  // namespace device_os
