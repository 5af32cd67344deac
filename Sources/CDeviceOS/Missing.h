#pragma once

#include "Cloud.h"

// What a board has and the practice device does not. A sketch that uses it is told just that.

#if defined(__has_attribute) && __has_attribute(unavailable)
#define CSKETCH_LACKS(name) __attribute__((unavailable("the practice device does not have " name)))
#else
#define CSKETCH_LACKS(name) __attribute__((deprecated("the practice device does not have " name)))
#endif

#define CSKETCH_NO_TYPE(name) class CSKETCH_LACKS(#name) name
#define CSKETCH_NO_OBJECT(name) extern const MissingPart name CSKETCH_LACKS(#name)
#define CSKETCH_NO_FUNCTION(name) \
  template <typename... Values>   \
  int name(Values &&...) CSKETCH_LACKS(#name)

namespace device_os {

struct MissingPart {};

CSKETCH_NO_OBJECT(BLE);
CSKETCH_NO_OBJECT(NFC);
CSKETCH_NO_OBJECT(Mesh);
CSKETCH_NO_OBJECT(Watchdog);
CSKETCH_NO_OBJECT(Keyboard);
CSKETCH_NO_OBJECT(Mouse);
CSKETCH_NO_OBJECT(Tracker);

CSKETCH_NO_OBJECT(TYPE_OK);
CSKETCH_NO_OBJECT(TYPE_ERROR);
CSKETCH_NO_OBJECT(TYPE_PLUS);
CSKETCH_NO_OBJECT(TYPE_UNKNOWN);
CSKETCH_NO_OBJECT(RESP_OK);
CSKETCH_NO_OBJECT(RESP_ERROR);
CSKETCH_NO_OBJECT(OS_THREAD_PRIORITY_DEFAULT);

CSKETCH_NO_TYPE(BleUuid);
CSKETCH_NO_TYPE(BleAddress);
CSKETCH_NO_TYPE(BleService);
CSKETCH_NO_TYPE(BleScanResult);
CSKETCH_NO_TYPE(BleScanFilter);
CSKETCH_NO_TYPE(BleAdvertisingData);
CSKETCH_NO_TYPE(BleCharacteristic);
CSKETCH_NO_TYPE(BlePeerDevice);
CSKETCH_NO_TYPE(BleLocalDevice);
CSKETCH_NO_TYPE(WatchdogConfiguration);
CSKETCH_NO_TYPE(Thread);
CSKETCH_NO_TYPE(TCPServer);
CSKETCH_NO_TYPE(UDP);
CSKETCH_NO_TYPE(MDNS);
CSKETCH_NO_TYPE(HttpClient);
CSKETCH_NO_TYPE(CANChannel);
CSKETCH_NO_TYPE(PMIC);
CSKETCH_NO_TYPE(Ledger);
CSKETCH_NO_TYPE(CloudEvent);
CSKETCH_NO_TYPE(LogHandler);
CSKETCH_NO_TYPE(StreamLogHandler);
CSKETCH_NO_TYPE(LogManager);
CSKETCH_NO_TYPE(AssetManager);
CSKETCH_NO_TYPE(ApplicationAsset);
CSKETCH_NO_TYPE(CellularData);
CSKETCH_NO_TYPE(CellularBand);
CSKETCH_NO_TYPE(WiFiAccessPoint);
CSKETCH_NO_TYPE(WiFiCredentials);
CSKETCH_NO_TYPE(LEDSystemTheme);
CSKETCH_NO_TYPE(CloudDiagnostics);
CSKETCH_NO_TYPE(CellularGlobalIdentity);
CSKETCH_NO_TYPE(LedgerData);
CSKETCH_NO_TYPE(SystemHardwareInfo);
CSKETCH_NO_TYPE(SystemPowerFeature);

// Those of a file; a sketch may have functions of the same name for something else.
template <typename Place, typename Size>
int write(int, Place *, Size) CSKETCH_LACKS("files");
template <typename Place, typename Size>
int read(int, Place *, Size) CSKETCH_LACKS("files");

CSKETCH_NO_FUNCTION(cellular_global_identity);
CSKETCH_NO_FUNCTION(os_thread_create);
CSKETCH_NO_FUNCTION(os_thread_yield);
CSKETCH_NO_FUNCTION(os_queue_create);
CSKETCH_NO_FUNCTION(os_queue_put);
CSKETCH_NO_FUNCTION(os_queue_take);
CSKETCH_NO_FUNCTION(os_mutex_create);
CSKETCH_NO_FUNCTION(os_semaphore_create);
CSKETCH_NO_FUNCTION(HAL_Core_System_Reset);
CSKETCH_NO_FUNCTION(HAL_Delay_Milliseconds);
CSKETCH_NO_FUNCTION(HAL_RTC_Get_UnixTime);
CSKETCH_NO_FUNCTION(HAL_RNG_GetRandomNumber);
CSKETCH_NO_FUNCTION(hal_gpio_read);
CSKETCH_NO_FUNCTION(hal_gpio_write);
CSKETCH_NO_FUNCTION(dct_read_app_data);
CSKETCH_NO_FUNCTION(dct_write_app_data);

}  // namespace device_os
