#pragma once

#include <functional>
#include <type_traits>

#include "Text.h"

struct csketch_variable;

namespace device_os {

/// Events are private since Device OS 3; the flags are kept for older releases.
enum PublishFlag { PUBLIC = 0, PRIVATE = 1, NO_ACK = 2, WITH_ACK = 8 };
inline PublishFlag operator|(PublishFlag left, PublishFlag right) {
  return static_cast<PublishFlag>(static_cast<int>(left) | static_cast<int>(right));
}

enum SubscriptionScope { MY_DEVICES, ALL_DEVICES };

// The types of variables, as sketches before Device OS 0.5 had to name them.
struct VariableType {};
inline constexpr VariableType INT, DOUBLE, STRING, BOOLEAN;

/// The answer to a publish, here always at hand.
class PublishResult {
 public:
  PublishResult(bool taken) : taken_(taken) {}
  operator bool() const { return taken_; }
  bool isDone() const { return true; }
  bool isSucceeded() const { return taken_; }
  bool isFailed() const { return !taken_; }
  PublishResult &wait() { return *this; }
  bool result() const { return taken_; }

 private:
  bool taken_;
};

class CloudClass {
 public:
  using Function = std::function<int(String)>;
  using Reader = std::function<void(csketch_variable &)>;
  using Handler = std::function<void(const char *name, const char *data)>;

  /// False if the name is over 64 bytes or 15 functions are there already. A name that stands in
  /// the source and is too long does not compile, as on a device.
  template <typename Name, typename Call>
  bool function(const Name &name, Call call) const {
    static_assert(fits<Name>(), "In Particle.function, name must be 64 characters or less");
    return addFunction(name, Function(call));
  }
  template <typename Name, typename Owner>
  bool function(const Name &name, int (Owner::*call)(String), Owner *owner) const {
    return function(name, [owner, call](String argument) { return (owner->*call)(argument); });
  }

  /// False if the name is over 64 bytes or 20 variables are there already.
  template <typename Name, typename Value>
  bool variable(const Name &name, const Value &value) const {
    static_assert(fits<Name>(), "In Particle.variable, name must be 64 characters or less");
    static_assert(
        !std::is_same_v<Value, float>,
        "Please change the variable from type `float` to `double` for use with "
        "Particle.variable().");
    if constexpr (std::is_invocable_v<const Value &>) {
      return addVariable(name, [value](csketch_variable &shown) { show(shown, value()); });
    } else {
      return addVariable(name, [&value](csketch_variable &shown) { show(shown, value); });
    }
  }
  template <typename Name, typename Value>
  bool variable(const Name &name, Value *value, const VariableType &) const {
    if constexpr (std::is_same_v<std::remove_const_t<Value>, char>) {
      return addVariable(name, [value](csketch_variable &shown) { show(shown, value); });
    } else {
      return variable(name, *value);
    }
  }

  bool connected() const;
  bool disconnected() const { return !connected(); }
  // The practice device connects by itself.
  void connect() const {}
  void disconnect() const {}
  /// Lets the system work: calls of the cloud are answered here.
  bool process() const;

  /// False if offline, over a limit, or not taken by the cloud. Refused attempts count too.
  PublishResult publish(const char *name, const char *data, PublishFlag = PRIVATE) const {
    return send(name, data);
  }
  PublishResult publish(const char *name) const { return send(name, ""); }
  PublishResult publish(const char *name, PublishFlag) const { return send(name, ""); }
  PublishResult publish(const char *name, const char *data, PublishFlag, PublishFlag) const {
    return send(name, data);
  }
  PublishResult publish(const char *name, const char *data, int, PublishFlag = PRIVATE) const {
    return send(name, data);
  }

  /// False if four handlers are there already, as many as Device OS promises room for.
  bool subscribe(const char *prefix, Handler handler) const;
  bool subscribe(const char *prefix, Handler handler, SubscriptionScope) const {
    return subscribe(prefix, handler);
  }
  template <typename Owner>
  bool subscribe(
      const char *prefix, void (Owner::*handler)(const char *, const char *), Owner *owner,
      SubscriptionScope = MY_DEVICES) const {
    return subscribe(prefix, [owner, handler](const char *name, const char *data) {
      (owner->*handler)(name, data);
    });
  }
  void unsubscribe() const;

  bool syncTime() const { return connected(); }
  bool syncTimePending() const { return false; }
  bool syncTimeDone() const { return true; }
  void keepAlive(unsigned) const {}
  int publishVitals(unsigned = 0) const { return 0; }
  String deviceID() const;
  static int maxEventDataSize() { return 1024; }
  static int maxFunctionArgumentSize() { return 1024; }
  static int maxVariableValueSize() { return 1024; }

 private:
  template <typename Name>
  static constexpr bool fits() {
    return !std::is_array_v<Name> || std::extent_v<Name> <= 65;
  }
  template <typename Value>
  static void show(csketch_variable &shown, const Value &value) {
    if constexpr (std::is_same_v<Value, bool>) {
      showBool(shown, value);
    } else if constexpr (std::is_integral_v<Value>) {
      showInt(shown, static_cast<int32_t>(value));
    } else if constexpr (std::is_floating_point_v<Value>) {
      showDouble(shown, value);
    } else {
      showText(shown, value);
    }
  }
  static void showBool(csketch_variable &shown, bool value);
  static void showInt(csketch_variable &shown, int32_t value);
  static void showDouble(csketch_variable &shown, double value);
  static void showText(csketch_variable &shown, const char *value);

  bool addFunction(const char *name, Function function) const;
  bool addVariable(const char *name, Reader reader) const;
  bool send(const char *name, const char *data) const;
};

inline constexpr CloudClass Particle{};
inline constexpr CloudClass Spark{};

}  // namespace device_os
