#pragma once

#include <cstdint>
#include <functional>

namespace device_os {

inline constexpr uint16_t D0 = 0, D1 = 1, D2 = 2, D3 = 3, D4 = 4, D5 = 5, D6 = 6, D7 = 7, D8 = 8;
inline constexpr uint16_t D9 = 9, D10 = 10, D11 = 11, D12 = 12, D13 = 13, D14 = 14, D15 = 15;
// The analog pins are digital pins too, from the end of the row on, as on the Boron.
inline constexpr uint16_t A0 = 19, A1 = 18, A2 = 17, A3 = 16, A4 = 15, A5 = 14, A6 = 20, A7 = 21;
inline constexpr uint16_t SDA = D0, SCL = D1, TX = D9, RX = D10, DAC = A6, BATT = 22, WKP = A7;

enum PinMode { INPUT, OUTPUT, INPUT_PULLUP, INPUT_PULLDOWN };
enum InterruptMode { CHANGE, RISING, FALLING };
inline constexpr uint8_t LOW = 0;
inline constexpr uint8_t HIGH = 1;

void pinMode(uint16_t pin, PinMode mode);
PinMode getPinMode(uint16_t pin);
void digitalWrite(uint16_t pin, uint8_t level);
/// What was written to an output; an input is high if it is pulled up.
int32_t digitalRead(uint16_t pin);
inline void pinSetFast(uint16_t pin) { digitalWrite(pin, HIGH); }
inline void pinResetFast(uint16_t pin) { digitalWrite(pin, LOW); }

/// The practice device's sensor is on every pin: its volts, of 3.3, in 12 bits.
int32_t analogRead(uint16_t pin);
void analogWrite(uint16_t pin, uint32_t value);
inline void analogWrite(uint16_t pin, uint32_t value, uint32_t) { analogWrite(pin, value); }

/// The bits of a duty cycle, by pin: 8 unless something else was set; others than 1 to 15 change
/// nothing.
inline uint8_t &dutyCycleBits(uint16_t pin) {
  static uint8_t bits[256] = {};
  uint8_t &own = bits[pin % 256];
  if (own == 0) own = 8;
  return own;
}
inline uint8_t analogWriteResolution(uint16_t pin) { return dutyCycleBits(pin); }
inline uint8_t analogWriteResolution(uint16_t pin, uint8_t bits) {
  if (bits >= 1 && bits <= 15) dutyCycleBits(pin) = bits;
  return dutyCycleBits(pin);
}
inline uint32_t analogWriteMaxFrequency(uint16_t) { return 500000; }

// Nothing ever happens at a pin of the practice device, so an interrupt never comes.
template <typename Handler>
bool attachInterrupt(uint16_t, Handler, InterruptMode, int8_t = -1, uint8_t = 0) {
  return true;
}
template <typename Owner>
bool attachInterrupt(
    uint16_t, void (Owner::*)(), Owner *, InterruptMode, int8_t = -1, uint8_t = 0) {
  return true;
}
inline void detachInterrupt(uint16_t) {}
inline void interrupts() {}
inline void noInterrupts() {}
inline void tone(uint16_t, unsigned, unsigned long = 0) {}
inline void noTone(uint16_t) {}
/// Nothing ever comes, so the time is over without a pulse.
inline unsigned long pulseIn(uint16_t, uint16_t) { return 0; }
inline int32_t pinReadFast(uint16_t pin) { return digitalRead(pin); }
inline void digitalWriteFast(uint16_t pin, uint8_t level) { digitalWrite(pin, level); }
inline void setADCSampleTime(uint8_t) {}

inline constexpr uint8_t LSBFIRST = 0, MSBFIRST = 1;
/// Bit after bit at a pin, each with a pulse at another.
inline void shiftOut(uint16_t data, uint16_t clock, uint8_t order, uint8_t value) {
  for (int turn = 0; turn < 8; turn++) {
    digitalWrite(data, (value >> (order == LSBFIRST ? turn : 7 - turn)) & 1);
    digitalWrite(clock, HIGH);
    digitalWrite(clock, LOW);
  }
}
inline uint8_t shiftIn(uint16_t data, uint16_t clock, uint8_t order) {
  uint8_t value = 0;
  for (int turn = 0; turn < 8; turn++) {
    digitalWrite(clock, HIGH);
    value = uint8_t(value | (digitalRead(data) << (order == LSBFIRST ? turn : 7 - turn)));
    digitalWrite(clock, LOW);
  }
  return value;
}

}  // namespace device_os
