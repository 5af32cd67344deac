#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>

#include "JSON.h"

namespace device_os {

JSONWriter &JSONWriter::name(const char *name, size_t size) {
  separate();
  writeQuoted(name, size);
  state_ = VALUE;
  return *this;
}

// Whether an infinite number becomes 0 as well is not known.
JSONWriter &JSONWriter::value(double value, int precision) {
  const std::string format = "%." + std::to_string(precision) + "f";
  return number(format.c_str(), std::isnan(value) ? 0 : value);
}

JSONWriter &JSONWriter::value(double value) {
  return number("%g", std::isnan(value) ? 0 : value);
}

JSONWriter &JSONWriter::value(const char *text, size_t size) {
  separate();
  writeQuoted(text, size);
  state_ = NEXT;
  return *this;
}

JSONWriter &JSONWriter::open(char bracket) {
  separate();
  write(&bracket, 1);
  state_ = BEGIN;
  return *this;
}

JSONWriter &JSONWriter::close(char bracket) {
  write(&bracket, 1);
  state_ = NEXT;
  return *this;
}

JSONWriter &JSONWriter::word(const char *word) {
  separate();
  write(word, std::strlen(word));
  state_ = NEXT;
  return *this;
}

void JSONWriter::separate() {
  if (state_ == NEXT) write(",", 1);
  if (state_ == VALUE) write(":", 1);
}

void JSONWriter::writeQuoted(const char *text, size_t size) {
  static constexpr char plain[] = "\b\t\n\f\r", named[] = "btnfr";
  std::string quoted = "\"";
  for (size_t index = 0; index < size; index++) {
    const auto letter = static_cast<unsigned char>(text[index]);
    const char *found = letter ? std::strchr(plain, letter) : nullptr;
    if (letter == '"' || letter == '\\') {
      quoted += '\\';
      quoted += static_cast<char>(letter);
    } else if (letter >= 32 && letter < 127) {
      quoted += static_cast<char>(letter);
    } else if (found) {
      quoted += '\\';
      quoted += named[found - plain];
    } else {
      quoted += letter < 16 ? "\\u000" : "\\u00";
      quoted += inBase(letter, 16);
    }
  }
  quoted += '"';
  write(quoted.data(), quoted.size());
}

void JSONWriter::printf(const char *format, ...) {
  va_list values;
  va_start(values, format);
  const std::string text = formatted(format, values);
  va_end(values);
  write(text.data(), text.size());
}

void JSONBufferWriter::write(const char *data, size_t size) {
  if (count_ < size_) std::memcpy(buffer_ + count_, data, std::min(size, size_ - count_));
  count_ += size;
}

// As the device's own, which lets vsnprintf write here: what is cut ends with a zero.
void JSONBufferWriter::printf(const char *format, ...) {
  va_list values;
  va_start(values, format);
  const std::string text = formatted(format, values);
  va_end(values);
  if (count_ < size_) {
    const size_t room = std::min(text.size(), size_ - count_ - 1);
    std::memcpy(buffer_ + count_, text.data(), room);
    buffer_[count_ + room] = '\0';
  }
  count_ += text.size();
}

bool JSONValue::toBool() const {
  if (!node_) return false;
  const std::string &text = node_->text;
  const bool isZero = text == "0" || text == "0.0";
  switch (node_->type) {
    case JSON_TYPE_BOOL: return text == "true";
    case JSON_TYPE_NUMBER: return !isZero;
    case JSON_TYPE_STRING: return !isZero && !text.empty() && text != "false";
    default: return false;
  }
}

int JSONValue::toInt() const {
  if (isBool()) return toBool();
  if (!isNumber() && !isString()) return 0;
  return static_cast<int>(String(node_->text.c_str()).toInt());
}

double JSONValue::toDouble() const {
  if (isBool()) return toBool();
  return isNumber() || isString() ? std::strtod(node_->text.c_str(), nullptr) : 0;
}

JSONString JSONValue::toString() const { return node_ && !isNull() ? node_->text : std::string(); }

}  // namespace device_os
