#include <algorithm>
#include <cstdlib>

#include "board.h"

namespace device_os {

time32_t TimeClass::now() const {
  Board &board = Board::current();
  board.breathe();
  return static_cast<time32_t>(
      board.timeAtReset + static_cast<time_t>(board.milliseconds() / 1000));
}

static long offset() {
  const Board &board = Board::current();
  return board.zoneSeconds + (board.isSummer ? board.summerSeconds : 0);
}

static tm local(time_t time) {
  const time_t local = time + offset();
  tm parts{};
  gmtime_r(&local, &parts);
  return parts;
}

time32_t TimeClass::local() const { return now() + static_cast<time32_t>(offset()); }

bool TimeClass::isValid() const { return Board::current().connected(); }

void TimeClass::setTime(time_t time) const { Board::current().timeAtReset += time - now(); }

void TimeClass::zone(float hours) const {
  if (hours >= -12 && hours <= 14) Board::current().zoneSeconds = static_cast<long>(hours * 3600);
}

float TimeClass::zone() const { return static_cast<float>(Board::current().zoneSeconds) / 3600; }

void TimeClass::beginDST() const { Board::current().isSummer = true; }
void TimeClass::endDST() const { Board::current().isSummer = false; }

uint8_t TimeClass::isDST() const {
  return Board::current().isSummer && Board::current().summerSeconds != 0;
}

void TimeClass::setDSTOffset(float hours) const {
  if (hours >= 0 && hours <= 2) Board::current().summerSeconds = static_cast<long>(hours * 3600);
}

float TimeClass::getDSTOffset() const {
  return static_cast<float>(Board::current().summerSeconds) / 3600;
}

void TimeClass::setFormat(const char *format) const {
  Board::current().timeFormat = format ? format : "";
}

const char *TimeClass::getFormat() const {
  const std::string &format = Board::current().timeFormat;
  return format.empty() ? TIME_FORMAT_DEFAULT : format.c_str();
}

static String written(const std::string &words, const tm &time) {
  constexpr size_t limit = 49;
  char text[1024];
  const size_t length = std::strftime(text, sizeof(text), words.c_str(), &time);
  return String(text, static_cast<unsigned>(std::min(length, limit)));
}

static std::string zoneText() {
  const long zone = offset();
  if (zone == 0) return "Z";
  const long minutes = std::labs(zone) / 60 % 60;
  return String::format("%+03d:%02u", int(zone / 3600), unsigned(minutes)).c_str();
}

String TimeClass::timeStr(time_t time) const {
  return written("%a %b %e %H:%M:%S %Y", device_os::local(time));
}

String TimeClass::format(time_t time, const char *format) const {
  constexpr size_t limit = 63;
  std::string words = format ? format : getFormat();
  if (words == TIME_FORMAT_DEFAULT) return timeStr(time);
  words.resize(std::min(words.size(), limit));
  const std::string zone = zoneText();
  for (size_t place; (place = words.find("%z")) != std::string::npos;) {
    words.replace(place, 2, zone);
  }
  return written(words, device_os::local(time));
}

const tm &TimeClass::parts(time_t time) const {
  Board &board = Board::current();
  if (time != board.calendarTime) {
    board.calendar = device_os::local(time);
    board.calendar.tm_year += 1900;
    board.calendarTime = time;
  }
  return board.calendar;
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
