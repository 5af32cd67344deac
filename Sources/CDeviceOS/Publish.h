#pragma once

#include <functional>
#include <vector>

#include "Text.h"

namespace device_os {

enum PublishFlag : uint8_t { PUBLIC = 0, PRIVATE = 1, NO_ACK = 2, WITH_ACK = 8 };

/// Several flags at once. Events are private since Device OS 3, whatever the flags say.
class PublishFlags {
 public:
  constexpr PublishFlags() = default;
  constexpr PublishFlags(PublishFlag flag) : value_(flag) {}
  constexpr uint8_t value() const { return value_; }
  constexpr PublishFlags operator|(PublishFlags other) const {
    return PublishFlags(static_cast<uint8_t>(value_ | other.value_));
  }
  PublishFlags &operator|=(PublishFlags other) { return *this = *this | other; }
  constexpr bool operator&(PublishFlag flag) const { return (value_ & flag) == flag; }
  constexpr bool operator==(PublishFlags other) const { return value_ == other.value_; }

 private:
  constexpr explicit PublishFlags(uint8_t value) : value_(value) {}
  uint8_t value_ = 0;
};

constexpr PublishFlags operator|(PublishFlag left, PublishFlag right) {
  return PublishFlags(left) | PublishFlags(right);
}

// What the functions of the system answer, most of them (they are not here).
inline constexpr int SYSTEM_ERROR_NONE = 0, SYSTEM_ERROR_UNKNOWN = -100,
                     SYSTEM_ERROR_BUSY = -110, SYSTEM_ERROR_TIMEOUT = -160,
                     SYSTEM_ERROR_NOT_FOUND = -170;

/// Why something did not work.
class Error {
 public:
  enum Type {
    NONE = 0, UNKNOWN = -100, BUSY = -110, NOT_SUPPORTED = -120, NOT_ALLOWED = -130,
    CANCELLED = -140, ABORTED = -150, TIMEOUT = -160, NOT_FOUND = -170, ALREADY_EXISTS = -180,
    TOO_LARGE = -190, NOT_ENOUGH_DATA = -191, LIMIT_EXCEEDED = -200, END_OF_STREAM = -201,
    INVALID_STATE = -210, IO = -220, NETWORK = -230, NO_MEMORY = -260, INVALID_ARGUMENT = -270,
  };
  Error(Type type = UNKNOWN, const char *message = nullptr) : type_(type), message_(message) {}
  Type type() const { return type_; }
  const char *message() const { return message_ ? message_ : "Unknown error"; }
  bool operator==(Type type) const { return type_ == type; }
  bool operator!=(Type type) const { return type_ != type; }

 private:
  Type type_;
  const char *message_;
};

/// An answer that is here already: the practice device knows at once what came of a publish.
template <typename Value>
class Future {
 public:
  /// One that nobody has promised anything.
  Future() : value_(), succeeded_(false) {}
  Future(Value value) : value_(value), succeeded_(value) {}
  operator Value() const { return value_; }
  bool isDone() const { return true; }
  bool isSucceeded() const { return succeeded_; }
  bool isFailed() const { return !succeeded_; }
  bool isCancelled() const { return false; }
  void cancel() {}
  Future &wait() { return *this; }
  bool wait(int) { return true; }
  Value result() const { return value_; }
  Value result(const Value &) const { return value_; }
  Error error() const { return succeeded_ ? Error(Error::NONE) : Error(); }
  template <typename Handler>
  Future &onSuccess(Handler handler) {
    if (succeeded_) handler(value_);
    return *this;
  }
  template <typename Handler>
  Future &onError(Handler handler) {
    if (!succeeded_) handler(error());
    return *this;
  }

 private:
  Value value_;
  bool succeeded_;
};

enum SubscriptionScope { MY_DEVICES, ALL_DEVICES };

/// What the data of an event is; the practice device sends and gets texts.
enum class ContentType { TEXT = 0, BINARY = 42, JPEG = 22, PNG = 23 };

}  // namespace device_os
