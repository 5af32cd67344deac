#pragma once

#include <memory>
#include <string>
#include <vector>

#include "Print.h"

namespace device_os {

enum JSONType {
  JSON_TYPE_INVALID, JSON_TYPE_NULL, JSON_TYPE_BOOL, JSON_TYPE_NUMBER, JSON_TYPE_STRING,
  JSON_TYPE_ARRAY, JSON_TYPE_OBJECT,
};

/// A value as it was read, and what it holds.
struct JSONNode {
  JSONType type = JSON_TYPE_INVALID;
  /// A text without its escapes; of anything else that holds nothing, how it was written.
  std::string text;
  /// Of an object the name of each value.
  std::vector<std::string> names;
  std::vector<std::shared_ptr<const JSONNode>> values;
};

class JSONString;

/// A value that was parsed; not valid where the text was no JSON.
class JSONValue {
 public:
  JSONValue() = default;
  explicit JSONValue(std::shared_ptr<const JSONNode> node) : node_(node) {}

  bool toBool() const;
  /// Reads the whole number that the value begins with: 1 of `1e3`.
  int toInt() const;
  double toDouble() const;
  JSONString toString() const;

  JSONType type() const { return node_ ? node_->type : JSON_TYPE_INVALID; }
  bool isNull() const { return type() == JSON_TYPE_NULL; }
  bool isBool() const { return type() == JSON_TYPE_BOOL; }
  bool isNumber() const { return type() == JSON_TYPE_NUMBER; }
  bool isString() const { return type() == JSON_TYPE_STRING; }
  bool isArray() const { return type() == JSON_TYPE_ARRAY; }
  bool isObject() const { return type() == JSON_TYPE_OBJECT; }
  bool isValid() const { return type() != JSON_TYPE_INVALID; }

  static JSONValue parse(char *json, size_t size) { return parseCopy(json, size); }
  static JSONValue parseCopy(const char *json, size_t size);
  static JSONValue parseCopy(const char *json) { return parseCopy(json, std::strlen(json)); }

  std::shared_ptr<const JSONNode> node() const { return node_; }

 private:
  std::shared_ptr<const JSONNode> node_;
};

/// A value's text; empty for null and for what holds others.
class JSONString {
 public:
  JSONString() = default;
  JSONString(std::string text) : text_(text) {}
  explicit JSONString(const JSONValue &value) : JSONString(value.toString()) {}

  const char *data() const { return text_.c_str(); }
  size_t size() const { return text_.size(); }
  bool isEmpty() const { return text_.empty(); }
  bool operator==(const char *other) const { return std::strcmp(data(), other) == 0; }
  bool operator!=(const char *other) const { return !(*this == other); }
  bool operator==(const String &other) const { return *this == other.c_str(); }
  bool operator!=(const String &other) const { return !(*this == other); }
  bool operator==(const JSONString &other) const { return text_ == other.text_; }
  bool operator!=(const JSONString &other) const { return text_ != other.text_; }
  explicit operator const char *() const { return data(); }
  explicit operator String() const { return String(data(), static_cast<unsigned>(size())); }

 private:
  std::string text_;
};

/// The values of an array, one after the other; each comes with `next`.
class JSONArrayIterator {
 public:
  JSONArrayIterator() = default;
  explicit JSONArrayIterator(const JSONValue &value)
      : node_(value.isArray() ? value.node() : nullptr) {}
  bool next() { return count() > 0 && ++taken_; }
  JSONValue value() const { return taken_ ? JSONValue(node_->values[taken_ - 1]) : JSONValue(); }
  size_t count() const { return node_ ? node_->values.size() - taken_ : 0; }

 private:
  std::shared_ptr<const JSONNode> node_;
  size_t taken_ = 0;
};

/// The names and values of an object, one after the other; each comes with `next`.
class JSONObjectIterator {
 public:
  JSONObjectIterator() = default;
  explicit JSONObjectIterator(const JSONValue &value)
      : node_(value.isObject() ? value.node() : nullptr) {}
  bool next() { return count() > 0 && ++taken_; }
  JSONString name() const { return taken_ ? JSONString(node_->names[taken_ - 1]) : JSONString(); }
  JSONValue value() const { return taken_ ? JSONValue(node_->values[taken_ - 1]) : JSONValue(); }
  size_t count() const { return node_ ? node_->values.size() - taken_ : 0; }

 private:
  std::shared_ptr<const JSONNode> node_;
  size_t taken_ = 0;
};

}  // namespace device_os

#include "JSONWriter.h"
