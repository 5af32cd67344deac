#pragma once

#include <cstdint>
#include <string>

// What host and sketch say to each other when the sketch is a program of its own. Both are compiled
// from this very file and run on one machine, so numbers go as they lie in memory.

/// What the host asks. Each question begins with the time and whether there is a connection, and
/// gets one answer.
enum class Question : uint8_t {
  start, loop, call, result, receive, functions, subscriptions, variables, pin
};

/// What the sketch says: the answer, or first an event, which the host says yes or no to.
enum class Reply : uint8_t { answer, publish };

/// A message, as it is put together or taken apart.
class Message {
 public:
  /// More is no message.
  static constexpr size_t limitBytes = 1 << 20;

  Message() = default;
  explicit Message(std::string bytes) : bytes_(bytes) {}

  Message &number(uint64_t number) { return raw(&number, sizeof(number)); }
  Message &real(double number) { return raw(&number, sizeof(number)); }
  Message &text(const std::string &text) {
    number(text.size());
    return raw(text.data(), text.size());
  }

  /// Zero, or nothing, where the message is too short.
  uint64_t number() { return value<uint64_t>(); }
  double real() { return value<double>(); }
  std::string text() {
    const uint64_t size = number();
    if (size > bytes_.size() - place_) return {};
    place_ += size;
    return bytes_.substr(place_ - size, size);
  }

  /// With its length before it, as it travels.
  std::string framed() const {
    const uint32_t size = static_cast<uint32_t>(bytes_.size());
    return std::string(reinterpret_cast<const char *>(&size), sizeof(size)) + bytes_;
  }

 private:
  Message &raw(const void *bytes, size_t size) {
    bytes_.append(static_cast<const char *>(bytes), size);
    return *this;
  }

  template <typename Value>
  Value value() {
    Value value{};
    if (bytes_.size() - place_ < sizeof(value)) return value;
    bytes_.copy(reinterpret_cast<char *>(&value), sizeof(value), place_);
    place_ += sizeof(value);
    return value;
  }

  std::string bytes_;
  size_t place_ = 0;
};
