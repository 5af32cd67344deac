#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>

#include "numbers.h"

namespace device_os {

class Printable;
class StringSumHelper;

/// A condition that is never met, but only once the types are known.
template <typename...>
inline constexpr bool never = false;

#if defined(__GLIBC__) && __GLIBC__ == 2 && __GLIBC_MINOR__ < 38
/// Copies as much as there is room for, and always ends it; the whole length, as the board's own
/// library has it.
inline size_t strlcpy(char *place, const char *text, size_t size) {
  const size_t length = std::strlen(text);
  if (size == 0) return length;
  const size_t count = length < size ? length : size - 1;
  std::memcpy(place, text, count);
  place[count] = '\0';
  return length;
}
inline size_t strlcat(char *place, const char *text, size_t size) {
  const size_t used = strnlen(place, size);
  return used + (used < size ? strlcpy(place + used, text, size - used) : std::strlen(text));
}
#endif

/// Text that copies itself, as in Wiring. Made from null it is "not a text", which compares as an
/// empty one and has no characters to point to.
class String {
 public:
  String(const char *text = "");
  String(const char *text, unsigned length);
  String(const Printable &printable);
  String(const String &) = default;
  String(String &&) = default;
  explicit String(char letter) : text_(1, letter) {}
  explicit String(unsigned char value, unsigned char base = 10) : String(unsigned(value), base) {}
  explicit String(int value, unsigned char base = 10) : text_(digits(value, base)) {}
  explicit String(unsigned value, unsigned char base = 10) : text_(digits(value, base)) {}
  explicit String(long value, unsigned char base = 10)
      : text_(longDigits(static_cast<int32_t>(value), base)) {}
  explicit String(unsigned long value, unsigned char base = 10)
      : text_(digits(static_cast<uint32_t>(value), base)) {}
  explicit String(long long value, unsigned char base = 10) : text_(digits(value, base)) {}
  explicit String(unsigned long long value, unsigned char base = 10)
      : text_(digits(value, base)) {}
  explicit String(float value, int places = 6) : text_(fixedPoint(value, places)) {}
  explicit String(double value, int places = 6) : text_(fixedPoint(value, places)) {}
  String &operator=(const String &) = default;
  String &operator=(String &&) = default;
  String &operator=(const char *text) { return *this = String(text); }
  String &operator=(StringSumHelper &&sum);

  const char *c_str() const { return valid_ ? text_.c_str() : nullptr; }
  operator const char *() const { return c_str(); }
  template <typename Truth, std::enable_if_t<std::is_same_v<Truth, bool>, int> = 0>
  operator Truth() const {
    static_assert(
        never<Truth>, "On a device a String is no condition: write text.length() > 0");
    return false;
  }
  unsigned length() const { return static_cast<unsigned>(text_.size()); }
  unsigned capacity() const { return static_cast<unsigned>(text_.capacity()); }
  unsigned char reserve(unsigned size);

  unsigned char concat(const String &other);
  unsigned char concat(const char *other);
  unsigned char concat(const char *other, unsigned length);
  unsigned char concat(char letter) { return concat(&letter, 1); }
  unsigned char concat(unsigned char value) { return concat(String(value)); }
  unsigned char concat(int value) { return concat(String(value)); }
  unsigned char concat(unsigned value) { return concat(String(value)); }
  unsigned char concat(long value) { return concat(String(value)); }
  unsigned char concat(unsigned long value) { return concat(String(value)); }
  unsigned char concat(long long value) { return concat(String(value)); }
  unsigned char concat(unsigned long long value) { return concat(String(value)); }
  unsigned char concat(float value) { return concat(String(value)); }
  unsigned char concat(double value) { return concat(String(value)); }

  String &operator+=(const String &other) { return added(other); }
  String &operator+=(const char *other) { return added(other); }
  String &operator+=(char letter) { return added(letter); }
  String &operator+=(unsigned char value) { return added(value); }
  String &operator+=(int value) { return added(value); }
  String &operator+=(unsigned value) { return added(value); }
  String &operator+=(long value) { return added(value); }
  String &operator+=(unsigned long value) { return added(value); }
  String &operator+=(long long value) { return added(value); }
  String &operator+=(unsigned long long value) { return added(value); }
  template <typename Real, std::enable_if_t<std::is_floating_point_v<Real>, int> = 0>
  String &operator+=(Real) {
    static_assert(
        never<Real>, "On a device += takes no float or double: write text += String(value, 2)");
    return *this;
  }

  int compareTo(const String &other) const;
  unsigned char equals(const String &other) const {
    return length() == other.length() && compareTo(other) == 0;
  }
  unsigned char equals(const char *other) const {
    return std::strcmp(text_.c_str(), other ? other : "") == 0;
  }
  unsigned char equalsIgnoreCase(const String &other) const;
  unsigned char startsWith(const String &prefix) const;
  unsigned char startsWith(const String &prefix, unsigned offset) const;
  unsigned char endsWith(const String &suffix) const;
  unsigned char operator==(const String &other) const { return equals(other); }
  unsigned char operator==(const char *other) const { return equals(other); }
  unsigned char operator!=(const String &other) const { return !equals(other); }
  unsigned char operator!=(const char *other) const { return !equals(other); }
  unsigned char operator<(const String &other) const { return compareTo(other) < 0; }
  unsigned char operator>(const String &other) const { return compareTo(other) > 0; }
  unsigned char operator<=(const String &other) const { return compareTo(other) <= 0; }
  unsigned char operator>=(const String &other) const { return compareTo(other) >= 0; }

  char charAt(unsigned index) const { return index < length() ? text_[index] : '\0'; }
  void setCharAt(unsigned index, char letter);
  char operator[](unsigned index) const { return charAt(index); }
  /// Outside of the text a place that is read by nobody.
  char &operator[](unsigned index);
  void getBytes(unsigned char *buffer, unsigned size, unsigned index = 0) const;
  void toCharArray(char *buffer, unsigned size, unsigned index = 0) const;

  // What searches and changes stops at a zero byte, as C's own functions do, which a device uses.

  /// -1 if it is not there.
  int indexOf(char letter, unsigned from = 0) const;
  int indexOf(const String &other, unsigned from = 0) const;
  int lastIndexOf(char letter) const { return lastIndexOf(letter, length() - 1); }
  int lastIndexOf(char letter, unsigned from) const;
  int lastIndexOf(const String &other) const;
  int lastIndexOf(const String &other, unsigned from) const;
  String substring(unsigned begin) const { return substring(begin, length()); }
  /// The ends may be given in either order, and may be too large.
  String substring(unsigned begin, unsigned end) const;

  String &replace(char find, char with);
  /// A longer text is put in from the end on, a shorter one from the start.
  String &replace(const String &find, const String &with);
  String &remove(unsigned index) { return remove(index, length()); }
  String &remove(unsigned index, unsigned count);
  String &toLowerCase();
  String &toUpperCase();
  String &trim();

  /// 0 if it is no number; what stands behind the number does not matter, and one that is too
  /// large is as large as a `long` of a board can be.
  long toInt() const;
  long long toLongLongInt(unsigned char base = 10) const;
  unsigned long long toULongLongInt(unsigned char base = 10) const;
  float toFloat() const;

  [[gnu::format(printf, 1, 2)]] static String format(const char *format, ...);

 protected:
  void invalidate() {
    text_.clear();
    valid_ = false;
  }

 private:
  template <typename Other>
  String &added(const Other &other) {
    concat(other);
    return *this;
  }

  std::string text_;
  bool valid_ = true;
};

}  // namespace device_os

#include "TextSum.h"
