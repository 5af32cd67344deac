#pragma once

#include <pthread.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

#include "csketch.h"

struct Board;

/// Runs a sketch on a thread of its own, so that it may wait in the middle of things. Host and
/// sketch take turns and never run at once: who does not have the turn stands still. Made once in a
/// process, and gone with it.
class Runner {
 public:
  Runner(Board &board, void (*setup)(), void (*loop)());
  Runner(const Runner &) = delete;
  Runner &operator=(const Runner &) = delete;

  // For the host.

  csketch_turn start();
  csketch_turn loop();
  /// Runs a job on the sketch's thread: a call, an event.
  csketch_turn run(std::function<void()> job);

  // For the sketch.

  void pause(uint64_t milliseconds);
  void breathe();
  /// Ends the sketch where it stands.
  [[noreturn]] static void leave(csketch_end end);

 private:
  struct Stop {
    csketch_end end;
  };

  static void *body(void *runner);
  void live();
  void work();
  void handBack();
  csketch_turn takeTurn(std::unique_lock<std::mutex> &lock);
  uint64_t nextWake();

  Board &board_;
  void (*const setup_)();
  void (*const loop_)();
  std::mutex mutex_;
  std::condition_variable turned_;
  pthread_t thread_;
  bool started_ = false;
  bool sketchHasTurn_ = false;
  bool over_ = false;
  bool loopIsDue_ = false;
  csketch_end end_ = CSKETCH_IDLE;
  /// How many pauses the sketch is in, one within the other, and when the innermost is over.
  unsigned depth_ = 0;
  uint64_t wakeAt_ = 0;
  unsigned passes_ = 0;
  std::deque<std::function<void()>> jobs_;
};
