#pragma once

#include <cstdint>
#include <type_traits>

#include "Containers.h"
#include "Text.h"

namespace device_os {

class Variant;
using VariantArray = Vector<Variant>;
using VariantMap = Map<String, Variant>;

/// A value of any of the types that JSON has, with numbers of several sizes.
class Variant {
 public:
  enum Type { NULL_, BOOL, INT, UINT, INT64, UINT64, DOUBLE, STRING, BUFFER, ARRAY, MAP };

  Variant() = default;
  template <typename Number, std::enable_if_t<std::is_arithmetic_v<Number>, int> = 0>
  Variant(Number value) : type_(typeOf<Number>()), number_(static_cast<double>(value)) {
    if constexpr (std::is_integral_v<Number>) whole_ = static_cast<int64_t>(value);
  }
  Variant(const char *text) : type_(STRING), text_(text) {}
  Variant(const String &text) : type_(STRING), text_(text) {}
  Variant(const VariantArray &array) : type_(ARRAY), array_(array) {}
  Variant(const VariantMap &map) : type_(MAP), map_(map) {}

  Type type() const { return type_; }
  bool isNull() const { return type_ == NULL_; }
  bool isBool() const { return type_ == BOOL; }
  bool isInt() const { return type_ == INT; }
  bool isUInt() const { return type_ == UINT; }
  bool isInt64() const { return type_ == INT64; }
  bool isUInt64() const { return type_ == UINT64; }
  bool isDouble() const { return type_ == DOUBLE; }
  bool isNumber() const { return type_ >= INT && type_ <= DOUBLE; }
  bool isString() const { return type_ == STRING; }
  bool isArray() const { return type_ == ARRAY; }
  bool isMap() const { return type_ == MAP; }

  bool toBool() const { return isString() ? text_ == "true" : toDouble() != 0; }
  int toInt() const { return static_cast<int>(toInt64()); }
  unsigned toUInt() const { return static_cast<unsigned>(toInt64()); }
  int64_t toInt64() const;
  uint64_t toUInt64() const { return static_cast<uint64_t>(toInt64()); }
  double toDouble() const;
  String toString() const;
  VariantArray toArray() const { return array_; }
  VariantMap toMap() const { return map_; }
  String &asString() { type_ = STRING; return text_; }
  VariantArray &asArray() { type_ = ARRAY; return array_; }
  VariantMap &asMap() { type_ = MAP; return map_; }

  int size() const {
    return isArray() ? array_.size() : isMap() ? map_.size()
           : isString() ? int(text_.length()) : 0;
  }
  bool isEmpty() const { return size() == 0; }
  bool has(const char *key) const { return isMap() && map_.has(key); }
  Variant get(const char *key) const { return map_.get(key); }
  bool set(const char *key, const Variant &value) { return asMap().set(key, value); }
  bool remove(const char *key) { return map_.remove(key); }
  bool append(const Variant &value) { return asArray().append(value); }
  const Variant &at(int index) const { return array_.at(index); }
  Variant &operator[](int index) { return asArray()[index]; }
  const Variant &operator[](int index) const { return array_[index]; }
  Variant &operator[](const char *key) { return asMap()[key]; }
  Variant &operator[](const String &key) { return asMap()[key]; }

  String toJSON() const;
  /// Null where the text is no JSON.
  static Variant fromJSON(const char *json);

  bool operator==(const Variant &other) const {
    return type_ == other.type_ && toJSON() == other.toJSON();
  }
  bool operator!=(const Variant &other) const { return !(*this == other); }

 private:
  template <typename Number>
  static constexpr Type typeOf() {
    if (std::is_same_v<Number, bool>) return BOOL;
    if (std::is_floating_point_v<Number>) return DOUBLE;
    const bool isWide =
        std::is_same_v<Number, long long> || std::is_same_v<Number, unsigned long long>;
    if (std::is_signed_v<Number>) return isWide ? INT64 : INT;
    return isWide ? UINT64 : UINT;
  }

  Type type_ = NULL_;
  int64_t whole_ = 0;
  double number_ = 0;
  String text_;
  VariantArray array_;
  VariantMap map_;
};

/// What an event carries.
using EventData = Variant;

}  // namespace device_os
