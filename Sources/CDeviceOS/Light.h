#pragma once

#include <cstdint>

namespace device_os {

inline constexpr uint32_t RGB_COLOR_BLACK = 0x000000, RGB_COLOR_BLUE = 0x0000FF,
                          RGB_COLOR_GREEN = 0x00FF00, RGB_COLOR_CYAN = 0x00FFFF,
                          RGB_COLOR_RED = 0xFF0000, RGB_COLOR_MAGENTA = 0xFF00FF,
                          RGB_COLOR_YELLOW = 0xFFFF00, RGB_COLOR_WHITE = 0xFFFFFF,
                          RGB_COLOR_GRAY = 0x1F1F1F, RGB_COLOR_ORANGE = 0xFF6000;

enum LEDPattern { LED_PATTERN_SOLID = 1, LED_PATTERN_BLINK, LED_PATTERN_FADE };
enum LEDSpeed { LED_SPEED_SLOW, LED_SPEED_NORMAL, LED_SPEED_FAST };
enum LEDPriority {
  LED_PRIORITY_BACKGROUND = 10, LED_PRIORITY_NORMAL = 20, LED_PRIORITY_IMPORTANT = 30,
  LED_PRIORITY_CRITICAL = 40,
};

/// The status LED; nobody looks.
class RGBClass {
 public:
  void control(bool) const {}
  bool controlled() const { return false; }
  void color(int, int, int) const {}
  void color(uint32_t) const {}
  void brightness(uint8_t, bool = true) const {}
  /// The light never changes.
  template <typename... Handler>
  void onChange(Handler &&...) const {}
};

inline constexpr RGBClass RGB{};

/// What the status LED is to say while it is active.
class LEDStatus {
 public:
  template <typename... Settings>
  explicit LEDStatus(Settings...) {}
  void setActive(bool active = true) { active_ = active; }
  void setActive(LEDPriority) { active_ = true; }
  bool isActive() const { return active_; }
  void on() { on_ = true; }
  void off() { on_ = false; }
  void toggle() { on_ = !on_; }
  bool isOn() const { return on_; }
  bool isOff() const { return !on_; }
  void setColor(uint32_t color) { color_ = color; }
  uint32_t color() const { return color_; }
  void setPattern(LEDPattern) {}
  void setSpeed(LEDSpeed) {}
  void setPeriod(uint16_t) {}
  void setPriority(LEDPriority) {}

 private:
  bool active_ = false, on_ = true;
  uint32_t color_ = RGB_COLOR_WHITE;
};

}  // namespace device_os
