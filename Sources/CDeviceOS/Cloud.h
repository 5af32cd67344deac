#pragma once

#include <chrono>
#include <functional>
#include <type_traits>

#include "Publish.h"
#include "Text.h"
#include "Variant.h"

struct csketch_variable;

namespace device_os {

// The types of variables, as sketches before Device OS 0.5 had to name them.
struct VariableType {};
inline constexpr VariableType INT, DOUBLE, STRING, BOOLEAN;

/// How a connection is to end; here it is nobody's to end.
class CloudDisconnectOptions {
 public:
  template <typename Value>
  CloudDisconnectOptions &graceful(Value) { return *this; }
  template <typename Value>
  CloudDisconnectOptions &timeout(Value) { return *this; }
  template <typename Value>
  CloudDisconnectOptions &clearSession(Value) { return *this; }
};

class CloudClass {
 public:
  using Function = std::function<int(String)>;
  using Reader = std::function<void(csketch_variable &)>;
  using Handler = std::function<void(const char *name, const char *data)>;

  /// False if the name is over 64 bytes or 15 functions are there already; one of the same name is
  /// replaced. A name that stands in the source and is too long does not compile, as on a device.
  template <typename Name, typename Call>
  bool function(const Name &name, Call call) const {
    static_assert(fits<Name>(), "In Particle.function, name must be 64 characters or less");
    static_assert(
        !isBareLambda<Call, int (*)(String)>,
        "On a device a lambda without captures is ambiguous here: write a function of its own");
    return addFunction(name, Function(call));
  }
  template <typename Name, typename Owner>
  bool function(const Name &name, int (Owner::*call)(String), Owner *owner) const {
    return function(name, [owner, call](String argument) { return (owner->*call)(argument); });
  }

  /// False if the name is over 64 bytes or 20 variables are there already; one of the same name is
  /// replaced. Of what a device turns into an `int` first, it keeps what that was.
  template <typename Name, typename Value>
  bool variable(const Name &name, const Value &value) const {
    static_assert(fits<Name>(), "In Particle.variable, name must be 64 characters or less");
    static_assert(
        !std::is_same_v<Value, float>,
        "Please change the variable from type `float` to `double` for use with "
        "Particle.variable().");
    static_assert(
        !std::is_same_v<Value, long long> && !std::is_same_v<Value, unsigned long long>,
        "Particle.variable takes no variable of 64 bits: show an int, a double or a String");
    if constexpr (std::is_invocable_v<const Value &>) {
      return addVariable(name, [value](csketch_variable &shown) { show(shown, value()); });
    } else if constexpr (isTemporary<Value>) {
      const int kept = static_cast<int>(value);
      return addVariable(name, [kept](csketch_variable &shown) { show(shown, kept); });
    } else {
      return addVariable(name, [&value](csketch_variable &shown) { show(shown, value); });
    }
  }
  template <typename Name, typename Value>
  bool variable(const Name &name, Value *value, const VariableType &) const {
    using Plain = std::remove_const_t<Value>;
    if constexpr (std::is_same_v<Plain, char> || std::is_same_v<Plain, uint8_t>) {
      const char *text = reinterpret_cast<const char *>(value);
      return addVariable(name, [text](csketch_variable &shown) { show(shown, text); });
    } else {
      return variable(name, *value);
    }
  }

  bool connected() const;
  bool disconnected() const { return !connected(); }
  // The practice device connects by itself.
  void connect() const {}
  void disconnect() const {}
  void disconnect(const CloudDisconnectOptions &) const {}
  void setDisconnectOptions(const CloudDisconnectOptions &) const {}
  /// Lets the system work: calls of the cloud are answered here.
  bool process() const;

  /// False if offline, too soon, or not taken by the cloud. Refused attempts count too. What is too
  /// long is cut: a name at 64 bytes, data at 1024.
  Future<bool> publish(const char *name) const { return send(name, nullptr); }
  Future<bool> publish(const char *name, PublishFlags) const { return send(name, nullptr); }
  Future<bool> publish(const char *name, PublishFlags, PublishFlags) const {
    return send(name, nullptr);
  }
  Future<bool> publish(const char *name, const char *data) const { return send(name, data); }
  Future<bool> publish(
      const char *name, const char *data, PublishFlags, PublishFlags = PublishFlags()) const {
    return send(name, data);
  }
  Future<bool> publish(const char *name, const char *data, int) const { return send(name, data); }
  Future<bool> publish(
      const char *name, const char *data, int, PublishFlags,
      PublishFlags = PublishFlags()) const {
    return send(name, data);
  }
  /// The data arrives as JSON.
  template <typename Data, std::enable_if_t<std::is_same_v<Data, Variant>, int> = 0>
  Future<bool> publish(const char *name, const Data &data, PublishFlags = PublishFlags()) const {
    return send(name, data.toJSON());
  }

  /// False if four handlers are there already, as many as Device OS promises room for. A handler
  /// gets a null pointer where there is no data.
  template <typename Call>
  bool subscribe(const char *prefix, Call handler, SubscriptionScope = MY_DEVICES) const {
    static_assert(
        !isBareLambda<Call, void (*)(const char *, const char *)>,
        "On a device a lambda without captures is ambiguous here: write a function of its own");
    return addHandler(prefix, Handler(handler));
  }
  template <typename Owner>
  bool subscribe(
      const char *prefix, void (Owner::*handler)(const char *, const char *), Owner *owner,
      SubscriptionScope = MY_DEVICES) const {
    return addHandler(prefix, [owner, handler](const char *name, const char *data) {
      (owner->*handler)(name, data);
    });
  }
  void unsubscribe() const;

  bool syncTime() const { return connected(); }
  bool syncTimePending() const { return false; }
  bool syncTimeDone() const { return true; }
  uint32_t timeSyncedLast() const { return 0; }
  uint32_t timeSyncedLast(time_t &time) const;
  void keepAlive(unsigned) const {}
  void keepAlive(std::chrono::seconds) const {}
  int publishVitals(unsigned = 0) const { return 0; }
  int publishVitals(std::chrono::seconds) const { return 0; }
  String deviceID() const;
  static int maxEventDataSize() { return 1024; }
  static int maxFunctionArgumentSize() { return 1024; }
  static int maxVariableValueSize() { return 1024; }

 private:
  template <typename Name>
  static constexpr bool fits() {
    return !std::is_array_v<Name> || std::extent_v<Name> <= 65;
  }
  template <typename Call, typename Pointer>
  static constexpr bool isBareLambda =
      std::is_class_v<Call> && std::is_convertible_v<Call, Pointer>;
  template <typename Value>
  static constexpr bool isTemporary =
      std::is_enum_v<Value> ||
      (std::is_integral_v<Value> && !std::is_same_v<Value, bool> && sizeof(Value) < sizeof(int));

  template <typename Value>
  static void show(csketch_variable &shown, const Value &value) {
    if constexpr (std::is_same_v<Value, bool>) {
      showBool(shown, value);
    } else if constexpr (std::is_integral_v<Value>) {
      showInt(shown, static_cast<int32_t>(value));
    } else if constexpr (std::is_floating_point_v<Value>) {
      showDouble(shown, value);
    } else if constexpr (std::is_array_v<Value>) {
      showText(shown, reinterpret_cast<const char *>(value));
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
  bool addHandler(const char *prefix, Handler handler) const;
  bool send(const char *name, const char *data) const;
};

inline constexpr CloudClass Particle{};
inline constexpr CloudClass Spark{};

}  // namespace device_os
