#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace device_os {

/// A software timer. Its function runs between two turns of loop(), or while the sketch waits.
class Timer {
 public:
  Timer(unsigned period, std::function<void()> function, bool oneShot = false);
  template <typename Owner>
  Timer(unsigned period, void (Owner::*function)(), Owner &owner, bool oneShot = false)
      : Timer(period, [&owner, function] { (owner.*function)(); }, oneShot) {}
  Timer(std::chrono::milliseconds period, std::function<void()> function, bool oneShot = false)
      : Timer(static_cast<unsigned>(period.count()), function, oneShot) {}
  template <typename Owner>
  Timer(
      std::chrono::milliseconds period, void (Owner::*function)(), Owner &owner,
      bool oneShot = false)
      : Timer(static_cast<unsigned>(period.count()), function, owner, oneShot) {}
  virtual ~Timer();
  Timer(const Timer &) = delete;
  Timer &operator=(const Timer &) = delete;

  bool start(unsigned = 0);
  bool stop(unsigned = 0);
  bool reset(unsigned = 0) { return start(); }
  bool changePeriod(unsigned period, unsigned = 0);
  bool changePeriod(std::chrono::milliseconds period, unsigned = 0) {
    return changePeriod(static_cast<unsigned>(period.count()));
  }
  bool startFromISR() { return start(); }
  bool stopFromISR() { return stop(); }
  bool resetFromISR() { return start(); }
  bool isValid() const { return true; }
  bool isActive() const { return active_; }
  void dispose() { stop(); }
  virtual void timeout();

  /// When it runs next, in milliseconds since the reset; counts only while it is active.
  uint64_t due() const { return due_; }
  /// Runs the function, and sets the timer for the next time.
  void fire();

 private:
  unsigned period_;
  std::function<void()> function_;
  bool oneShot_;
  bool active_ = false;
  uint64_t due_ = 0;
};

}  // namespace device_os
