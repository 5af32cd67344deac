#pragma once

#include "Text.h"

namespace device_os {

/// What `+` makes of texts, and what a text can be set to: `text = 5`.
class StringSumHelper : public String {
 public:
  StringSumHelper(const String &text) : String(text) {}
  StringSumHelper(const char *text) : String(text) {}
  StringSumHelper(char letter) : String(letter) {}
  StringSumHelper(unsigned char value) : String(value) {}
  StringSumHelper(int value) : String(value) {}
  StringSumHelper(unsigned value) : String(value) {}
  StringSumHelper(long value) : String(value) {}
  StringSumHelper(unsigned long value) : String(value) {}
  StringSumHelper(long long value) : String(value) {}
  StringSumHelper(unsigned long long value) : String(value) {}

  /// A sum with what is no text is no text.
  template <typename Other>
  StringSumHelper plus(const Other &other) const {
    StringSumHelper sum = *this;
    if (!sum.concat(other)) sum.invalidate();
    return sum;
  }
};

inline String &String::operator=(StringSumHelper &&sum) {
  return *this = static_cast<String &&>(sum);
}

inline StringSumHelper operator+(const StringSumHelper &left, const String &right) {
  return left.plus(right);
}
inline StringSumHelper operator+(const StringSumHelper &left, const char *right) {
  return left.plus(right);
}

template <typename Value>
inline constexpr bool isDigitsOrLetter =
    std::is_arithmetic_v<Value> || (std::is_enum_v<Value> && std::is_convertible_v<Value, int>);

/// The types that are `int` before anything is added to them. A letter is not meant: for it and
/// for `uint8_t` there is a `+` of its own.
template <typename Value>
inline constexpr bool becomesInt = [] {
  if constexpr (!isDigitsOrLetter<Value>) {
    return false;
  } else {
    return !std::is_same_v<Value, char> && !std::is_same_v<Value, unsigned char> &&
           std::is_same_v<decltype(+Value()), int>;
  }
}();

/// Numbers and letters behind what is a sum already.
template <typename Value, std::enable_if_t<isDigitsOrLetter<Value>, int> = 0>
StringSumHelper operator+(const StringSumHelper &left, Value right) {
  if constexpr (becomesInt<Value>) {
    return left.plus(static_cast<int>(right));
  } else {
    return left.plus(right);
  }
}

/// Numbers and letters right behind a text. Of an `int` a board's compiler cannot say whether it
/// is to be written behind the text, or to be counted on from its first character.
template <
    typename Text, typename Value,
    std::enable_if_t<std::is_same_v<Text, String> && isDigitsOrLetter<Value>, int> = 0>
StringSumHelper operator+(const Text &left, Value right) {
  static_assert(
      !becomesInt<Value>,
      "On a device String + int (or bool, short, enum) is ambiguous: write text + String(value)");
  return StringSumHelper(left) + right;
}

}  // namespace device_os
