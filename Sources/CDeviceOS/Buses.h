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

/// A servo motor at a pin, which nobody sees turn. As on the boards it keeps the pulse and not the
/// angle, so that an angle may be read back as the next one.
class Servo {
 public:
  bool attach(
      uint16_t pin, uint16_t leastPulse = 544, uint16_t mostPulse = 2400, int16_t leastAngle = 0,
      int16_t mostAngle = 180) {
    if (attached()) detach();
    pin_ = pin;
    leastPulse_ = leastPulse, mostPulse_ = mostPulse;
    leastAngle_ = leastAngle, mostAngle_ = mostAngle;
    return true;
  }
  bool detach() {
    const bool was = attached();
    *this = Servo();
    return was;
  }
  void write(int angle) {
    const int fit = constrain(angle, (int)leastAngle_, (int)mostAngle_);
    writeMicroseconds(
        (uint16_t)map(fit, (int)leastAngle_, (int)mostAngle_, (int)leastPulse_, (int)mostPulse_) +
        trim_);
  }
  int read() const {
    const int angle = map(
        readMicroseconds() - trim_, (int)leastPulse_, (int)mostPulse_, (int)leastAngle_,
        (int)mostAngle_);
    return angle == leastAngle_ || angle == mostAngle_ ? angle : angle + 1;
  }
  void writeMicroseconds(uint16_t pulse) {
    if (attached()) pulse_ = constrain((int)pulse, (int)leastPulse_, (int)mostPulse_);
  }
  uint16_t readMicroseconds() const { return attached() ? pulse_ : 0; }
  void setTrim(int trim) { trim_ = trim; }
  bool attached() const { return pin_ >= 0; }
  int attachedPin() const { return pin_; }

 private:
  int pin_ = -1, trim_ = 0;
  uint16_t pulse_ = 0, leastPulse_ = 544, mostPulse_ = 2400;
  int16_t leastAngle_ = 0, mostAngle_ = 180;
};

}  // namespace device_os
