#pragma once

#include <cstdint>

#include "Print.h"
#include "Serial.h"

namespace device_os {

/// Four numbers, such as 192.168.0.1.
class IPAddress : public Printable {
 public:
  IPAddress() = default;
  IPAddress(uint8_t a, uint8_t b, uint8_t c, uint8_t d) : bytes_{a, b, c, d} {}
  explicit IPAddress(uint32_t address)
      : IPAddress(uint8_t(address >> 24), uint8_t(address >> 16), uint8_t(address >> 8),
                  uint8_t(address)) {}
  uint8_t operator[](int index) const { return bytes_[index]; }
  uint8_t &operator[](int index) { return bytes_[index]; }
  bool operator==(const IPAddress &other) const {
    return std::memcmp(bytes_, other.bytes_, 4) == 0;
  }
  bool operator!=(const IPAddress &other) const { return !(*this == other); }
  explicit operator bool() const { return *this != IPAddress(); }
  String toString() const {
    return String::format("%u.%u.%u.%u", bytes_[0], bytes_[1], bytes_[2], bytes_[3]);
  }
  size_t printTo(Print &place) const override { return place.print(toString()); }

 private:
  uint8_t bytes_[4] = {};
};

inline const IPAddress INADDR_NONE{};

/// A connection to somewhere. The practice device reaches its cloud and nothing else.
class Client : public Stream {
 public:
  virtual int connect(IPAddress, uint16_t) { return 0; }
  virtual int connect(const char *, uint16_t) { return 0; }
  virtual uint8_t connected() { return 0; }
  virtual uint8_t status() { return 0; }
  virtual void stop() {}
  int available() override { return 0; }
  int read() override { return -1; }
  virtual int read(uint8_t *, size_t) { return -1; }
  int peek() override { return -1; }
  void flush() override {}
  using Stream::write;
  size_t write(uint8_t) override { return 0; }
  IPAddress remoteIP() const { return IPAddress(); }
  explicit operator bool() const { return false; }
};

class TCPClient : public Client {};

/// How well the network is heard: always the same middling signal.
struct Signal {
  int rssi = -67;
  int qual = 60;
  float getStrength() const { return 60; }
  float getStrengthValue() const { return -67; }
  float getQuality() const { return 60; }
  float getQualityValue() const { return 30; }
  int getAccessTechnology() const { return 0; }
  bool isValid() const { return true; }
  operator int() const { return rssi; }
};

inline size_t Print::print(const Signal &signal) { return print(signal.rssi); }

using CellularSignal = Signal;
using WiFiSignal = Signal;

/// A network that is up whenever the practice device is connected.
class NetworkClass {
 public:
  void on() const {}
  void off() const {}
  bool isOn() const { return true; }
  bool isOff() const { return false; }
  void connect() const {}
  void disconnect() const {}
  bool ready() const;
  bool connecting() const { return false; }
  bool listening() const { return false; }
  void listen(bool = true) const {}
  void setListenTimeout(uint16_t) const {}
  bool hasCredentials() const { return true; }
  bool setCredentials(const char *, const char * = nullptr, const char * = nullptr) const {
    return true;
  }
  bool clearCredentials() const { return true; }
  void selectAntenna(int) const {}
  NetworkClass &prefer(bool = true) const { return const_cast<NetworkClass &>(*this); }
  Signal RSSI() const { return Signal(); }
  const char *SSID() const { return "practice"; }
  IPAddress localIP() const { return IPAddress(127, 0, 0, 1); }
  IPAddress subnetMask() const { return IPAddress(255, 0, 0, 0); }
  IPAddress gatewayIP() const { return IPAddress(127, 0, 0, 1); }
  IPAddress dnsServerIP() const { return IPAddress(); }
  /// The cloud's address is all that it knows.
  IPAddress resolve(const char *) const { return IPAddress(); }
  uint8_t *macAddress(uint8_t *mac) const {
    std::memset(mac, 0, 6);
    return mac;
  }
  bool setActiveSim(int) const { return true; }
  void setHostname(const char *) const {}
  bool isDefault() const { return true; }
};

inline constexpr NetworkClass WiFi{}, Cellular{}, Ethernet{}, Network{};
inline constexpr int ANT_INTERNAL = 0, ANT_EXTERNAL = 1, ANT_AUTO = 3;
/// Wi-Fi has another number only on boards that have both ways.
#if defined(PLATFORM_ID) && PLATFORM_ID == PLATFORM_MSOM
enum { NETWORK_INTERFACE_WIFI_STA = 5, NETWORK_INTERFACE_WIFI_AP = 6 };
#else
enum { NETWORK_INTERFACE_WIFI_STA = 4, NETWORK_INTERFACE_WIFI_AP = 5 };
#endif
enum {
  NETWORK_INTERFACE_ALL = 0, NETWORK_INTERFACE_LOOPBACK = 1, NETWORK_INTERFACE_ETHERNET = 3,
  NETWORK_INTERFACE_CELLULAR = 4,
};
inline constexpr int INTERNAL_SIM = 1, EXTERNAL_SIM = 2;

}  // namespace device_os
