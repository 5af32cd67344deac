#pragma once

#include "JSON.h"

namespace device_os {

/// Writes JSON, and puts commas and colons where they belong. Texts are written in ASCII, each
/// other byte as `\u00XX`; a double in six digits, and as 0 where it is no number.
class JSONWriter {
 public:
  virtual ~JSONWriter() = default;

  JSONWriter &beginArray() { return open('['); }
  JSONWriter &endArray() { return close(']'); }
  JSONWriter &beginObject() { return open('{'); }
  JSONWriter &endObject() { return close('}'); }
  JSONWriter &name(const char *name) { return this->name(name, std::strlen(name)); }
  JSONWriter &name(const char *name, size_t size);
  JSONWriter &name(const String &name) { return this->name(name.c_str(), name.length()); }
  JSONWriter &value(bool value) { return word(value ? "true" : "false"); }
  JSONWriter &value(int value) { return number("%d", value); }
  JSONWriter &value(unsigned value) { return number("%u", value); }
  JSONWriter &value(long value) { return number("%ld", value); }
  JSONWriter &value(unsigned long value) { return number("%lu", value); }
  JSONWriter &value(long long value) { return number("%lld", value); }
  JSONWriter &value(unsigned long long value) { return number("%llu", value); }
  JSONWriter &value(double value, int precision);
  JSONWriter &value(double value);
  JSONWriter &value(const char *text) { return value(text, std::strlen(text)); }
  JSONWriter &value(const char *text, size_t size);
  JSONWriter &value(const String &text) { return value(text.c_str(), text.length()); }
  JSONWriter &nullValue() { return word("null"); }

 protected:
  virtual void write(const char *data, size_t size) = 0;
  /// Writes a number that is formatted like this.
  virtual void printf(const char *format, ...);

 private:
  enum State { BEGIN, NEXT, VALUE };

  JSONWriter &open(char bracket);
  JSONWriter &close(char bracket);
  JSONWriter &word(const char *word);
  template <typename Number>
  JSONWriter &number(const char *format, Number value) {
    separate();
    printf(format, value);
    state_ = NEXT;
    return *this;
  }
  void separate();
  void writeQuoted(const char *text, size_t size);

  State state_ = BEGIN;
};

/// Writes to anything that can be printed to.
class JSONStreamWriter : public JSONWriter {
 public:
  explicit JSONStreamWriter(Print &stream) : stream_(stream) {}
  Print *stream() const { return &stream_; }

 protected:
  void write(const char *data, size_t size) override {
    stream_.write(reinterpret_cast<const uint8_t *>(data), size);
  }

 private:
  Print &stream_;
};

/// Writes into a buffer; ends it with no zero, and counts on where there is no more room.
class JSONBufferWriter : public JSONWriter {
 public:
  JSONBufferWriter(char *buffer, size_t size) : buffer_(buffer), size_(size) {}
  char *buffer() const { return buffer_; }
  size_t bufferSize() const { return size_; }
  size_t dataSize() const { return count_; }

 protected:
  void write(const char *data, size_t size) override;
  void printf(const char *format, ...) override;

 private:
  char *buffer_;
  size_t size_;
  size_t count_ = 0;
};

/// Writes behind a text.
class JSONStringWriter : public JSONWriter {
 public:
  explicit JSONStringWriter(String &text) : text_(text) {}
  const String &string() const { return text_; }

 protected:
  void write(const char *data, size_t size) override {
    text_.concat(data, static_cast<unsigned>(size));
  }

 private:
  String &text_;
};

}  // namespace device_os
