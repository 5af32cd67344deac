#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>

namespace device_os {

/// Text that copies itself, as in Wiring. Made from null it is "not a text", which compares as an
/// empty one and has no characters to point to.
class String {
 public:
  String(const char *text = "");
  String(const char *text, unsigned length);
  explicit String(char letter) : text_(1, letter) {}
  template <typename Number, std::enable_if_t<std::is_integral_v<Number>, int> = 0>
  explicit String(Number value, unsigned char base = 10) : text_(digits(value, base)) {}
  explicit String(double value, int decimalPlaces = 6) : text_(decimals(value, decimalPlaces)) {}

  const char *c_str() const { return valid_ ? text_.c_str() : nullptr; }
  operator const char *() const { return c_str(); }
  unsigned length() const { return static_cast<unsigned>(text_.size()); }
  unsigned char reserve(unsigned size);

  unsigned char concat(const String &other);
  unsigned char concat(const char *other);
  unsigned char concat(const char *other, unsigned length);
  unsigned char concat(char letter) { return concat(&letter, 1); }
  unsigned char concat(double value) { return concat(String(value)); }
  template <typename Number, std::enable_if_t<std::is_integral_v<Number>, int> = 0>
  unsigned char concat(Number value) {
    return concat(String(value));
  }
  template <typename Other>
  String &operator+=(const Other &other) {
    concat(other);
    return *this;
  }

  int compareTo(const String &other) const;
  unsigned char equals(const String &other) const { return compareTo(other) == 0; }
  unsigned char equalsIgnoreCase(const String &other) const;
  unsigned char startsWith(const String &prefix, unsigned offset = 0) const;
  unsigned char endsWith(const String &suffix) const;
  bool operator==(const String &other) const { return equals(other); }
  bool operator==(const char *other) const { return equals(String(other)); }
  bool operator!=(const String &other) const { return !equals(other); }
  bool operator!=(const char *other) const { return !equals(String(other)); }
  bool operator<(const String &other) const { return compareTo(other) < 0; }
  bool operator>(const String &other) const { return compareTo(other) > 0; }
  bool operator<=(const String &other) const { return compareTo(other) <= 0; }
  bool operator>=(const String &other) const { return compareTo(other) >= 0; }

  char charAt(unsigned index) const { return index < length() ? text_[index] : '\0'; }
  void setCharAt(unsigned index, char letter);
  char operator[](unsigned index) const { return charAt(index); }
  /// Outside of the text a place that is read by nobody.
  char &operator[](unsigned index);
  void getBytes(unsigned char *buffer, unsigned size, unsigned index = 0) const;
  void toCharArray(char *buffer, unsigned size, unsigned index = 0) const;

  /// -1 if it is not there.
  int indexOf(char letter, unsigned from = 0) const;
  int indexOf(const String &other, unsigned from = 0) const;
  int lastIndexOf(char letter) const;
  int lastIndexOf(char letter, unsigned from) const;
  int lastIndexOf(const String &other) const;
  int lastIndexOf(const String &other, unsigned from) const;
  String substring(unsigned begin) const { return substring(begin, length()); }
  /// The ends may be given in either order, and may be too large.
  String substring(unsigned begin, unsigned end) const;

  String &replace(char find, char with);
  String &replace(const String &find, const String &with);
  String &remove(unsigned index) { return remove(index, length()); }
  String &remove(unsigned index, unsigned count);
  String &toLowerCase();
  String &toUpperCase();
  String &trim();

  /// 0 if it is no number; what stands behind the number does not matter.
  long toInt() const;
  float toFloat() const;

  [[gnu::format(printf, 1, 2)]] static String format(const char *format, ...);

 private:
  template <typename Number>
  static std::string digits(Number value, unsigned char base) {
    const bool below = std::is_signed_v<Number> && value < Number(0);
    const auto magnitude = below ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
    return (below ? "-" : "") + inBase(magnitude, base);
  }
  static std::string inBase(uint64_t value, unsigned char base);
  static std::string decimals(double value, int places);

  std::string text_;
  bool valid_ = true;
};

template <typename Other>
String operator+(const String &left, const Other &right) {
  String sum = left;
  sum += right;
  return sum;
}

inline String operator+(const char *left, const String &right) {
  String sum = left;
  sum += right;
  return sum;
}

inline String operator+(char left, const String &right) { return String(left) += right; }

inline bool operator==(const char *left, const String &right) { return right == left; }
inline bool operator!=(const char *left, const String &right) { return right != left; }

}  // namespace device_os
