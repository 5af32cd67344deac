#pragma once

#include <functional>
#include <initializer_list>

#include "Basics.h"
#include "Power.h"
#include "Sleep.h"
#include "Text.h"

namespace device_os {

enum SystemMode { DEFAULT, AUTOMATIC, SEMI_AUTOMATIC, MANUAL, SAFE_MODE };
enum ThreadState { DISABLED, ENABLED };
enum SystemFeature { FEATURE_RETAINED_MEMORY, FEATURE_RESET_INFO, FEATURE_WARM_START };
enum ResetReason {
  RESET_REASON_NONE = 0,
  RESET_REASON_UNKNOWN = 10,
  RESET_REASON_PIN_RESET = 20,
  RESET_REASON_POWER_MANAGEMENT = 30,
  RESET_REASON_POWER_DOWN = 40,
  RESET_REASON_POWER_BROWNOUT = 50,
  RESET_REASON_WATCHDOG = 60,
  RESET_REASON_UPDATE = 70,
  RESET_REASON_UPDATE_ERROR = 80,
  RESET_REASON_UPDATE_TIMEOUT = 90,
  RESET_REASON_FACTORY_RESET = 100,
  RESET_REASON_SAFE_MODE = 110,
  RESET_REASON_DFU_MODE = 120,
  RESET_REASON_PANIC = 130,
  RESET_REASON_USER = 140,
  RESET_REASON_CONFIG_UPDATE = 150,
};
enum SystemResetFlag { RESET_NO_WAIT = 1 };

using system_event_t = uint64_t;
inline constexpr system_event_t setup_begin = 1 << 1, setup_update = 1 << 2, setup_end = 1 << 3,
    network_credentials = 1 << 4, network_status = 1 << 5, cloud_status = 1 << 6,
    button_status = 1 << 7, firmware_update = 1 << 8, firmware_update_pending = 1 << 9,
    reset_pending = 1 << 10, reset = 1 << 11, button_click = 1 << 12,
    button_final_click = 1 << 13, time_changed = 1 << 14, low_battery = 1 << 15,
    out_of_memory = 1 << 18, all_events = 0xFFFFFFFF;
inline constexpr int cloud_status_disconnected = 0, cloud_status_connecting = 1,
    cloud_status_handshake = 2, cloud_status_connected = 8, cloud_status_disconnecting = 9;

// What comes with an event of the system. None of these ever comes here.
enum SystemEventParameter {
  firmware_update_failed = -1, firmware_update_begin = 0, firmware_update_complete = 1,
  firmware_update_progress = 2,
};
inline constexpr int time_changed_manually = 0, time_changed_sync = 1;
inline constexpr int network_credentials_added = 1, network_credentials_cleared = 2;
inline int system_button_clicks(int parameter) { return parameter; }

class SystemClass {
 public:
  using EventHandler = std::function<void(system_event_t, int)>;

  /// Of all events the practice device has one: that its connection came or went, looked for
  /// between two turns of loop().
  template <typename Handler>
  bool on(system_event_t events, Handler handler) const {
    if constexpr (std::is_invocable_v<Handler, system_event_t, int, void *>) {
      return addHandler(events, [handler](system_event_t event, int value) {
        handler(event, value, nullptr);
      });
    } else if constexpr (std::is_invocable_v<Handler, system_event_t, int>) {
      return addHandler(events, handler);
    } else {
      return addHandler(events, [handler](system_event_t, int) { handler(); });
    }
  }
  bool off(system_event_t events) const;
  bool off() const { return off(all_events); }

  /// Stands still, deaf to the cloud, until the time is over; after hibernation it starts anew.
  SystemSleepResult sleep(const SystemSleepConfiguration &how) const;
  SystemSleepResult sleep(
      SleepMode mode, long seconds = 0, SleepNetworkFlag = SLEEP_NETWORK_OFF) const;
  SystemSleepResult sleep(
      uint16_t pin, InterruptMode mode, long seconds = 0,
      SleepNetworkFlag = SLEEP_NETWORK_OFF) const;
  SystemSleepResult sleep(SleepMode mode, std::chrono::seconds time) const {
    return sleep(mode, long(time.count()));
  }
  SystemSleepResult sleep(
      uint16_t pin, InterruptMode mode, std::chrono::seconds time,
      SleepNetworkFlag flag = SLEEP_NETWORK_OFF) const {
    return sleep(pin, mode, long(time.count()), flag);
  }
  /// Until something happens at one of the pins, which it never does here.
  SystemSleepResult sleep(
      std::initializer_list<uint16_t> pins, std::initializer_list<InterruptMode> modes,
      long seconds = 0, SleepNetworkFlag flag = SLEEP_NETWORK_OFF) const {
    return sleep(
        pins.size() ? *pins.begin() : D0, modes.size() ? *modes.begin() : CHANGE, seconds, flag);
  }
  SystemSleepResult sleep(
      std::initializer_list<uint16_t> pins, std::initializer_list<InterruptMode> modes,
      std::chrono::seconds time, SleepNetworkFlag flag = SLEEP_NETWORK_OFF) const {
    return sleep(pins, modes, long(time.count()), flag);
  }
  SystemSleepResult sleepResult() const { return SystemSleepResult(); }

  float batteryCharge() const { return practiceCharge; }
  int batteryState() const { return BATTERY_STATE_CHARGED; }
  int powerSource() const { return POWER_SOURCE_USB_HOST; }
  int setPowerConfiguration(const SystemPowerConfiguration &) const { return 0; }
  /// Whole seconds since the reset; does not start again when millis() does.
  unsigned uptime() const;
  /// Milliseconds since the reset, in 64 bits.
  uint64_t millis() const;
  String version() const { return SYSTEM_VERSION_STRING; }
  uint32_t versionNumber() const { return SYSTEM_VERSION; }
  /// What a board with its system running has about; this machine's own says nothing of a board's.
  uint32_t freeMemory() const { return 80000; }
  String deviceID() const;
  [[noreturn]] void reset() const;
  [[noreturn]] void reset(uint32_t) const { reset(); }
  [[noreturn]] void reset(uint32_t, SystemResetFlag) const { reset(); }
  /// For how long the button is pressed; nobody presses it.
  uint16_t buttonPushed(uint8_t = 0) const { return 0; }
  /// Starts again with the system alone; a flash or a reset ends that.
  [[noreturn]] void enterSafeMode() const;
  int resetReason() const { return RESET_REASON_UNKNOWN; }
  uint32_t resetReasonData() const { return 0; }
  bool enableFeature(SystemFeature) const { return true; }
  bool disableFeature(SystemFeature) const { return true; }
  bool featureEnabled(SystemFeature) const { return false; }
  void enableUpdates() const {}
  void disableUpdates() const {}
  bool updatesEnabled() const { return true; }
  bool updatesPending() const { return false; }
  void enableReset() const {}
  void disableReset() const {}
  bool resetPending() const { return false; }
  uint32_t ticks() const { return micros(); }
  uint32_t ticksPerMicrosecond() const { return 1; }

  template <typename Condition>
  bool waitCondition(Condition condition, std::chrono::milliseconds limit) const {
    return waitCondition(condition, static_cast<uint32_t>(limit.count()));
  }
  template <typename Condition>
  bool waitCondition(Condition condition, uint32_t limit) const {
    const uint32_t start = device_os::millis();
    while (!condition() && device_os::millis() - start < limit) delay(1);
    return condition();
  }
  template <typename Condition>
  bool waitCondition(Condition condition) const {
    while (!condition()) delay(1);
    return true;
  }

 private:
  bool addHandler(system_event_t events, EventHandler handler) const;
};

inline constexpr SystemClass System{};

/// Says how the sketch wants to start; stands where SYSTEM_MODE and SYSTEM_THREAD stand.
struct StartMode {
  StartMode(SystemMode mode);
  StartMode(ThreadState state);
};

/// The kind of board. In a sketch that is compiled for one it is a constant, as on a device.
int32_t platformID();

}  // namespace device_os

#ifndef PLATFORM_ID
#define PLATFORM_ID (device_os::platformID())
#endif

#define DEVICE_OS_JOIN_(left, right) left##right
#define DEVICE_OS_JOIN(left, right) DEVICE_OS_JOIN_(left, right)
// They bring their own semicolon, as on a device.
#define SYSTEM_MODE(mode) \
  static const device_os::StartMode DEVICE_OS_JOIN(startMode, __COUNTER__)(device_os::mode);
#define SYSTEM_THREAD(state) \
  static const device_os::StartMode DEVICE_OS_JOIN(startMode, __COUNTER__)(device_os::state);
#define STARTUP(...) \
  static const bool DEVICE_OS_JOIN(startup, __COUNTER__) = [] { __VA_ARGS__; return true; }();

#define waitFor(condition, limit) \
  System.waitCondition([&] { return (condition)(); }, (limit))
#define waitForNot(condition, limit) \
  System.waitCondition([&] { return !(condition)(); }, (limit))
#define waitUntil(condition) System.waitCondition([&] { return (condition)(); })
#define waitUntilNot(condition) System.waitCondition([&] { return !(condition)(); })
#define SINGLE_THREADED_BLOCK()
#define ATOMIC_BLOCK()
