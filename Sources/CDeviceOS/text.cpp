#include <algorithm>
#include <cctype>
#include <cstdarg>
#include <cstdlib>

#include "Print.h"
#include "Text.h"

namespace device_os {

String::String(const char *text) : text_(text ? text : ""), valid_(text != nullptr) {}

namespace {

/// Writes into a text.
class Into : public Print {
 public:
  explicit Into(String &text) : text_(text) {}
  using Print::write;
  size_t write(uint8_t letter) override { return text_.concat(static_cast<char>(letter)); }

 private:
  String &text_;
};

}  // namespace

String::String(const Printable &printable) {
  Into text(*this);
  printable.printTo(text);
}

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
  const char *left = text_.c_str(), *right = other.text_.c_str();
  for (; *left; left++, right++) {
    if (std::tolower(static_cast<unsigned char>(*left)) !=
        std::tolower(static_cast<unsigned char>(*right))) {
      return 0;
    }
  }
  return 1;
}

unsigned char String::startsWith(const String &prefix) const {
  return prefix.length() <= length() && startsWith(prefix, 0);
}

unsigned char String::startsWith(const String &prefix, unsigned offset) const {
  // Counted as a device counts: where the prefix is the longer one, the difference is huge.
  if (!valid_ || !prefix.valid_ || offset > length() - prefix.length()) return 0;
  if (offset > length()) return 0;
  return std::strncmp(text_.c_str() + offset, prefix.text_.c_str(), prefix.length()) == 0;
}

unsigned char String::endsWith(const String &suffix) const {
  if (!valid_ || !suffix.valid_ || suffix.length() > length()) return 0;
  return std::strcmp(text_.c_str() + length() - suffix.length(), suffix.text_.c_str()) == 0;
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

int String::indexOf(char letter, unsigned from) const {
  if (from >= length()) return -1;
  const char *found = std::strchr(text_.c_str() + from, letter);
  return found ? static_cast<int>(found - text_.c_str()) : -1;
}

int String::indexOf(const String &other, unsigned from) const {
  // Nothing is found at or behind the end, not even an empty text.
  if (from >= length()) return -1;
  const char *found = std::strstr(text_.c_str() + from, other.text_.c_str());
  return found ? static_cast<int>(found - text_.c_str()) : -1;
}

int String::lastIndexOf(char letter, unsigned from) const {
  if (from >= length()) return -1;
  const std::string before = text_.substr(0, from + 1);
  const char *found = std::strrchr(before.c_str(), letter);
  return found ? static_cast<int>(found - before.c_str()) : -1;
}

int String::lastIndexOf(const String &other) const {
  return lastIndexOf(other, length() - other.length());
}

int String::lastIndexOf(const String &other, unsigned from) const {
  if (other.length() == 0 || length() == 0 || other.length() > length()) return -1;
  const char *start = text_.c_str(), *last = start + std::min(from, length() - 1);
  int found = -1;
  for (const char *place = start; place <= last; place++) {
    place = std::strstr(place, other.text_.c_str());
    if (!place) break;
    if (place <= last) found = static_cast<int>(place - start);
  }
  return found;
}

String String::substring(unsigned begin, unsigned end) const {
  if (begin > end) std::swap(begin, end);
  if (begin > length()) return String();
  return String(text_.data() + begin, std::min(end, length()) - begin);
}

String &String::replace(char find, char with) {
  const auto end = text_.begin() + static_cast<long>(std::strlen(text_.c_str()));
  std::replace(text_.begin(), end, find, with);
  return *this;
}

String &String::replace(const String &find, const String &with) {
  if (length() == 0 || find.length() == 0) return *this;
  if (with.length() <= find.length()) {
    for (int place = indexOf(find); place >= 0;) {
      const auto start = static_cast<unsigned>(place);
      text_.replace(start, find.length(), with.text_);
      place = indexOf(find, start + with.length());
    }
    return *this;
  }
  for (int place = lastIndexOf(find); place >= 0;) {
    text_.replace(static_cast<unsigned>(place), find.length(), with.text_);
    place = place > 0 ? lastIndexOf(find, static_cast<unsigned>(place - 1)) : -1;
  }
  return *this;
}

String &String::remove(unsigned index, unsigned count) {
  if (index < length()) text_.erase(index, count);
  return *this;
}

static void change(std::string &text, int (*change)(int)) {
  for (char &letter : text) {
    if (letter == '\0') return;
    letter = static_cast<char>(change(static_cast<unsigned char>(letter)));
  }
}

String &String::toLowerCase() {
  change(text_, std::tolower);
  return *this;
}

String &String::toUpperCase() {
  change(text_, std::toupper);
  return *this;
}

String &String::trim() {
  const auto isSpace = [](unsigned char letter) { return std::isspace(letter) != 0; };
  text_.erase(std::find_if_not(text_.rbegin(), text_.rend(), isSpace).base(), text_.end());
  text_.erase(text_.begin(), std::find_if_not(text_.begin(), text_.end(), isSpace));
  return *this;
}

long String::toInt() const {
  const long long value = std::strtoll(text_.c_str(), nullptr, 10);
  return static_cast<long>(std::clamp<long long>(value, INT32_MIN, INT32_MAX));
}

long long String::toLongLongInt(unsigned char base) const {
  return std::strtoll(text_.c_str(), nullptr, base);
}

unsigned long long String::toULongLongInt(unsigned char base) const {
  return std::strtoull(text_.c_str(), nullptr, base);
}

float String::toFloat() const { return static_cast<float>(std::atof(text_.c_str())); }

String String::format(const char *format, ...) {
  va_list values;
  va_start(values, format);
  const std::string text = formatted(format, values);
  va_end(values);
  return String(text.data(), static_cast<unsigned>(text.size()));
}

}  // namespace device_os
