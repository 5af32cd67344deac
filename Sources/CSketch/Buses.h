#pragma once

#include <chrono>

#include "Pins.h"
#include "Serial.h"

namespace device_os {

inline constexpr unsigned CLOCK_SPEED_100KHZ = 100000, CLOCK_SPEED_400KHZ = 400000;
/// What Device OS answers where nobody acknowledged an address; the other answers are not needed.
inline constexpr uint8_t WIRE_NO_ADDRESS = 3;

/// A reading that is asked for, with how long to wait for it.
class WireTransmission {
 public:
  explicit WireTransmission(uint8_t) {}
  WireTransmission &quantity(size_t) { return *this; }
  WireTransmission &timeout(uint32_t) { return *this; }
  WireTransmission &timeout(std::chrono::milliseconds) { return *this; }
  WireTransmission &stop(bool) { return *this; }
};

/// The I2C bus. Nothing is on it: nobody acknowledges, and there is nothing to read.
class TwoWire : public Stream {
 public:
  void setSpeed(unsigned) {}
  void setClock(unsigned) {}
  void begin() { enabled_ = true; }
  void begin(uint8_t) { enabled_ = true; }
  void end() { enabled_ = false; }
  bool isEnabled() const { return enabled_; }
  void beginTransmission(int) {}
  void beginTransmission(const WireTransmission &) {}
  void stretchClock(bool) {}
  uint8_t endTransmission(uint8_t = true) { return WIRE_NO_ADDRESS; }
  size_t requestFrom(uint8_t, size_t, uint8_t = true) { return 0; }
  size_t requestFrom(const WireTransmission &) { return 0; }
  void onReceive(void (*)(int)) {}
  void onRequest(void (*)()) {}
  void reset() {}
  bool lock() { return true; }
  bool unlock() { return true; }
  int available() override { return 0; }
  int read() override { return -1; }
  int peek() override { return -1; }
  void flush() override {}
  using Stream::write;
  size_t write(uint8_t) override { return 1; }

 private:
  bool enabled_ = false;
};

inline TwoWire Wire, Wire1;

inline constexpr uint8_t SPI_MODE0 = 0, SPI_MODE1 = 1, SPI_MODE2 = 2, SPI_MODE3 = 3;
inline constexpr uint8_t SPI_CLOCK_DIV2 = 0x00, SPI_CLOCK_DIV4 = 0x08, SPI_CLOCK_DIV8 = 0x10,
                         SPI_CLOCK_DIV16 = 0x18, SPI_CLOCK_DIV32 = 0x20, SPI_CLOCK_DIV64 = 0x28,
                         SPI_CLOCK_DIV128 = 0x30, SPI_CLOCK_DIV256 = 0x38;
inline constexpr unsigned MHZ = 1000000, KHZ = 1000, HZ = 1;
enum SPI_Mode { SPI_MODE_MASTER, SPI_MODE_SLAVE };

class SPISettings {
 public:
  SPISettings(unsigned = 0, uint8_t = MSBFIRST, uint8_t = SPI_MODE0) {}
};

using __SPISettings = SPISettings;

/// The SPI bus. Nothing is on it: what is read is zero.
class SPIClass {
 public:
  template <typename... Settings>
  void begin(Settings...) {}
  void end() {}
  bool isEnabled() const { return true; }
  uint8_t transfer(uint8_t) { return 0; }
  void transfer(const void *, void *received, size_t length, void (*done)()) {
    if (received) std::memset(received, 0, length);
    if (done) done();
  }
  int32_t beginTransaction(const SPISettings & = SPISettings()) { return 0; }
  void endTransaction() {}
  void setBitOrder(uint8_t) {}
  void setDataMode(uint8_t) {}
  void setClockDivider(uint8_t) {}
  unsigned setClockDividerReference(unsigned) { return 0; }
  unsigned setClockSpeed(unsigned value, unsigned scale = 1) { return value * scale; }
};

inline SPIClass SPI, SPI1;

/// A servo motor at a pin, which nobody sees turn.
class Servo {
 public:
  bool attach(uint16_t pin) { return pin_ = pin, attached_ = true; }
  bool detach() { return !(attached_ = false); }
  void write(int angle) { angle_ = angle; }
  int read() const { return angle_; }
  void writeMicroseconds(int pulse) {
    const int fit = pulse < leastPulse ? leastPulse : pulse > mostPulse ? mostPulse : pulse;
    angle_ = (fit - leastPulse) * 180 / (mostPulse - leastPulse);
  }
  int readMicroseconds() const {
    return leastPulse + angle_ * (mostPulse - leastPulse) / 180;
  }
  void setTrim(int) {}
  bool attached() const { return attached_; }

 private:
  static constexpr int leastPulse = 544, mostPulse = 2400;
  uint16_t pin_ = 0;
  int angle_ = 0;
  bool attached_ = false;
};

}  // namespace device_os
