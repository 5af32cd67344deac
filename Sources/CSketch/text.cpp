#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

#include "Text.h"

namespace device_os {

String::String(const char *text) : text_(text ? text : ""), valid_(text != nullptr) {}

String::String(const char *text, unsigned length) : valid_(text != nullptr) {
  if (text) text_.assign(text, length);
}

unsigned char String::reserve(unsigned size) {
  text_.reserve(size);
  valid_ = true;
  return 1;
}

unsigned char String::concat(const String &other) {
  return other.valid_ ? concat(other.text_.data(), other.length()) : 0;
}

unsigned char String::concat(const char *other) {
  return other ? concat(other, static_cast<unsigned>(std::strlen(other))) : 0;
}

unsigned char String::concat(const char *other, unsigned length) {
  if (!other) return 0;
  if (length > 0) valid_ = true;
  text_.append(std::string(other, length));
  return 1;
}

int String::compareTo(const String &other) const {
  // As strcmp has it: what stands behind a zero byte does not count.
  return std::strcmp(text_.c_str(), other.text_.c_str());
}

unsigned char String::equalsIgnoreCase(const String &other) const {
  if (length() != other.length()) return 0;
  return std::equal(text_.begin(), text_.end(), other.text_.begin(), [](char left, char right) {
    return std::tolower(static_cast<unsigned char>(left)) ==
           std::tolower(static_cast<unsigned char>(right));
  });
}

unsigned char String::startsWith(const String &prefix, unsigned offset) const {
  if (!valid_ || !prefix.valid_ || offset > length()) return 0;
  return text_.compare(offset, prefix.length(), prefix.text_) == 0;
}

unsigned char String::endsWith(const String &suffix) const {
  if (!valid_ || !suffix.valid_ || suffix.length() > length()) return 0;
  return text_.compare(length() - suffix.length(), suffix.length(), suffix.text_) == 0;
}

void String::setCharAt(unsigned index, char letter) {
  if (index < length()) text_[index] = letter;
}

char &String::operator[](unsigned index) {
  static char nobodyReads;
  nobodyReads = 0;
  return index < length() ? text_[index] : nobodyReads;
}

void String::getBytes(unsigned char *buffer, unsigned size, unsigned index) const {
  if (!buffer || size == 0) return;
  const unsigned rest = index < length() ? length() - index : 0;
  const unsigned count = std::min(size - 1, rest);
  if (count > 0) std::memcpy(buffer, text_.data() + index, count);
  buffer[count] = 0;
}

void String::toCharArray(char *buffer, unsigned size, unsigned index) const {
  getBytes(reinterpret_cast<unsigned char *>(buffer), size, index);
}

static int place(size_t found) {
  return found == std::string::npos ? -1 : static_cast<int>(found);
}

int String::indexOf(char letter, unsigned from) const { return place(text_.find(letter, from)); }

int String::indexOf(const String &other, unsigned from) const {
  // Nothing is found at or behind the end, not even an empty text.
  return from < length() ? place(text_.find(other.text_, from)) : -1;
}

int String::lastIndexOf(char letter) const { return place(text_.rfind(letter)); }

int String::lastIndexOf(char letter, unsigned from) const {
  return from < length() ? place(text_.rfind(letter, from)) : -1;
}

int String::lastIndexOf(const String &other) const {
  return lastIndexOf(other, length() - std::min(length(), other.length()));
}

int String::lastIndexOf(const String &other, unsigned from) const {
  if (other.length() == 0 || length() == 0 || other.length() > length()) return -1;
  return place(text_.rfind(other.text_, std::min(from, length() - 1)));
}

String String::substring(unsigned begin, unsigned end) const {
  if (begin > end) std::swap(begin, end);
  if (begin > length()) return String();
  return String(text_.data() + begin, std::min(end, length()) - begin);
}

String &String::replace(char find, char with) {
  std::replace(text_.begin(), text_.end(), find, with);
  return *this;
}

String &String::replace(const String &find, const String &with) {
  if (find.length() == 0) return *this;
  size_t from = 0;
  while ((from = text_.find(find.text_, from)) != std::string::npos) {
    text_.replace(from, find.length(), with.text_);
    from += with.length();
  }
  return *this;
}

String &String::remove(unsigned index, unsigned count) {
  if (index < length()) text_.erase(index, count);
  return *this;
}

String &String::toLowerCase() {
  for (char &letter : text_) {
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  }
  return *this;
}

String &String::toUpperCase() {
  for (char &letter : text_) {
    letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  }
  return *this;
}

String &String::trim() {
  const auto isSpace = [](unsigned char letter) { return std::isspace(letter) != 0; };
  text_.erase(std::find_if_not(text_.rbegin(), text_.rend(), isSpace).base(), text_.end());
  text_.erase(text_.begin(), std::find_if_not(text_.begin(), text_.end(), isSpace));
  return *this;
}

long String::toInt() const { return std::atol(text_.c_str()); }

float String::toFloat() const { return static_cast<float>(std::atof(text_.c_str())); }

String String::format(const char *format, ...) {
  va_list counting, writing;
  va_start(counting, format);
  va_copy(writing, counting);
  const int length = std::vsnprintf(nullptr, 0, format, counting);
  va_end(counting);
  String made;
  if (length > 0) {
    made.text_.resize(static_cast<size_t>(length));
    std::vsnprintf(made.text_.data(), made.text_.size() + 1, format, writing);
  }
  va_end(writing);
  return made;
}

std::string String::inBase(uint64_t value, unsigned char base) {
  if (base < 2 || base > 36) return "";
  std::string reversed;
  do {
    reversed += "0123456789abcdefghijklmnopqrstuvwxyz"[value % base];
    value /= base;
  } while (value > 0);
  return std::string(reversed.rbegin(), reversed.rend());
}

// Wiring rounds half away from zero, and always writes all places.
std::string String::decimals(double value, int places) {
  char digits[400];
  const int shown = std::clamp(places, 0, 20);
  const double scale = std::pow(10.0, shown);
  const double scaled = std::round(std::fabs(value) * scale);
  const double rounded = std::isfinite(scaled) && scaled < 9e15 ? scaled / scale : std::fabs(value);
  std::snprintf(digits, sizeof(digits), "%s%.*f", value < 0 ? "-" : "", shown, rounded);
  return digits;
}

}  // namespace device_os
