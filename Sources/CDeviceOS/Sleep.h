#pragma once

#include <chrono>
#include <cstdint>

#include "Pins.h"

namespace device_os {

enum class SystemSleepMode : uint8_t { NONE, STOP, ULTRA_LOW_POWER, HIBERNATE };
enum class SystemSleepWakeupReason : uint16_t {
  UNKNOWN = 0, BY_GPIO = 1, BY_ADC = 2, BY_DAC = 3, BY_RTC = 4, BY_LPCOMP = 5, BY_USART = 6,
  BY_I2C = 7, BY_SPI = 8, BY_TIMER = 9, BY_CAN = 10, BY_USB = 11, BY_BLE = 12, BY_NFC = 13,
  BY_NETWORK = 14,
};
enum class SystemSleepFlag : uint32_t { NONE = 0, WAIT_CLOUD = 1 };
enum class SystemSleepNetworkFlag : uint32_t { NONE = 0, INACTIVE_STANDBY = 1 };
enum WakeupReason {
  WAKEUP_REASON_NONE, WAKEUP_REASON_PIN, WAKEUP_REASON_RTC, WAKEUP_REASON_PIN_OR_RTC,
};
enum SleepMode { SLEEP_MODE_WLAN, SLEEP_MODE_DEEP, SLEEP_MODE_SOFTPOWEROFF };
enum SleepNetworkFlag { SLEEP_NETWORK_OFF = 0, SLEEP_NETWORK_STANDBY = 1 };
inline constexpr SleepNetworkFlag SLEEP_NETWORK_DEFAULT = SLEEP_NETWORK_OFF;

/// How to sleep, and until when. Nothing happens at a pin of the practice device, nor in its
/// network while it sleeps, so only the time wakes it up.
class SystemSleepConfiguration {
 public:
  SystemSleepConfiguration &mode(SystemSleepMode mode) {
    mode_ = mode;
    return *this;
  }
  SystemSleepConfiguration &duration(uint32_t milliseconds) {
    milliseconds_ = milliseconds;
    return *this;
  }
  SystemSleepConfiguration &duration(std::chrono::milliseconds time) {
    milliseconds_ = static_cast<uint64_t>(time.count());
    return *this;
  }
  template <typename... Settings>
  SystemSleepConfiguration &gpio(Settings...) { return *this; }
  template <typename... Settings>
  SystemSleepConfiguration &network(Settings...) { return *this; }
  template <typename... Settings>
  SystemSleepConfiguration &analog(Settings...) { return *this; }
  template <typename... Settings>
  SystemSleepConfiguration &usart(Settings...) { return *this; }
  template <typename... Settings>
  SystemSleepConfiguration &flag(Settings...) { return *this; }
  SystemSleepConfiguration &ble() { return *this; }

  SystemSleepMode sleepMode() const { return mode_; }
  /// 0 if no time was given.
  uint64_t milliseconds() const { return milliseconds_; }

 private:
  SystemSleepMode mode_ = SystemSleepMode::NONE;
  uint64_t milliseconds_ = 0;
};

/// How the device woke up, which is always because the time was over.
class SystemSleepResult {
 public:
  SystemSleepResult() = default;
  SystemSleepResult(int error) : error_(error) {}
  SystemSleepWakeupReason wakeupReason() const {
    return error_ ? SystemSleepWakeupReason::UNKNOWN : SystemSleepWakeupReason::BY_RTC;
  }
  /// In the words of a sleep of old.
  WakeupReason reason() const { return error_ ? WAKEUP_REASON_NONE : WAKEUP_REASON_RTC; }
  bool rtc() const { return wokenUpByRtc(); }
  bool wokenUpByRtc() const { return error_ == 0; }
  bool wokenUpByPin() const { return false; }
  uint16_t wakeupPin() const { return 0xFFFF; }
  uint16_t pin() const { return wakeupPin(); }
  int error() const { return error_; }
  explicit operator bool() const { return error_ == 0; }

 private:
  int error_ = 0;
};

using SleepResult = SystemSleepResult;

}  // namespace device_os
