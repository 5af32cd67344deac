#pragma once

#include "Print.h"

namespace device_os {

/// Something that can be read from too; in this device there is never anything to read, but a
/// sketch may bring streams of its own.
class Stream : public Print {
 public:
  virtual int available() = 0;
  virtual int read() = 0;
  virtual int peek() = 0;
  virtual void flush() = 0;
  void setTimeout(unsigned long) {}
  size_t readBytes(char *buffer, size_t length) {
    size_t count = 0;
    for (int letter; count < length && (letter = read()) >= 0;) {
      buffer[count++] = static_cast<char>(letter);
    }
    return count;
  }
  String readString() { return readStringUntil('\0'); }
  String readStringUntil(char end) {
    String text;
    for (int letter; (letter = read()) >= 0 && letter != end;) text += static_cast<char>(letter);
    return text;
  }
  long parseInt() { return readString().toInt(); }
  float parseFloat() { return readString().toFloat(); }
};

inline constexpr uint32_t SERIAL_8N1 = 0, SERIAL_8N2 = 1, SERIAL_8E1 = 4, SERIAL_8O1 = 8;

/// A serial port. The practice device has none: what is written goes nowhere, and nobody listens.
class SerialPort : public Stream {
 public:
  void begin(long = 9600, uint32_t = SERIAL_8N1) {}
  void end() {}
  bool isConnected() const { return false; }
  bool isEnabled() const { return true; }
  void blockOnOverrun(bool) {}
  void halfduplex(bool) {}
  void breakTx() {}
  bool breakRx() { return false; }
  int availableForWrite() { return 64; }
  int available() override;
  int read() override { return -1; }
  int peek() override { return -1; }
  void flush() override {}
  using Stream::write;
  size_t write(uint8_t) override { return 1; }
  explicit operator bool() const { return isConnected(); }
};

inline SerialPort Serial, Serial1, Serial2, USBSerial1;

}  // namespace device_os
