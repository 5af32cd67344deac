#pragma once

#include <cstdint>

namespace device_os {

enum BatteryState {
  BATTERY_STATE_UNKNOWN, BATTERY_STATE_NOT_CHARGING, BATTERY_STATE_CHARGING,
  BATTERY_STATE_CHARGED, BATTERY_STATE_DISCHARGING, BATTERY_STATE_FAULT,
  BATTERY_STATE_DISCONNECTED,
};
enum PowerSource {
  POWER_SOURCE_UNKNOWN, POWER_SOURCE_VIN, POWER_SOURCE_USB_HOST, POWER_SOURCE_USB_ADAPTER,
  POWER_SOURCE_USB_OTG, POWER_SOURCE_BATTERY,
};

/// The practice device's battery: it is always as full, and hangs at a computer.
inline constexpr float practiceCharge = 80;
inline constexpr float practiceCellVolts = 3.9f;

/// What measures the battery.
class FuelGauge {
 public:
  bool begin() { return true; }
  float getVCell() const { return practiceCellVolts; }
  float getSoC() const { return practiceCharge; }
  float getNormalizedSoC() const { return practiceCharge; }
  bool getAlert() const { return false; }
  int quickStart() { return 0; }
  int wakeup() { return 0; }
  int sleep() { return 0; }
};

/// How the board is powered; it is taken as it is given.
class SystemPowerConfiguration {
 public:
  template <typename Value>
  SystemPowerConfiguration &powerSourceMaxCurrent(Value) { return *this; }
  template <typename Value>
  SystemPowerConfiguration &powerSourceMinVoltage(Value) { return *this; }
  template <typename Value>
  SystemPowerConfiguration &batteryChargeCurrent(Value) { return *this; }
  template <typename Value>
  SystemPowerConfiguration &batteryChargeVoltage(Value) { return *this; }
  template <typename Value>
  SystemPowerConfiguration &feature(Value) { return *this; }
};

}  // namespace device_os
