#pragma once

#include <atomic>
#include <memory>

#include "board.h"
#include "runner.h"

/// One copy of the sketch, and the board it runs on.
struct csketch_copy {
  void (*setup)() = nullptr;
  void (*loop)() = nullptr;
  Board board;
  std::unique_ptr<Runner> runner;
  std::atomic<bool> taken{false};
};

/// How many copies this program has.
size_t csketch_copy_count();

/// One of them. They are made when the first is asked for, and last as long as the process.
csketch_copy *csketch_copy_at(size_t index);

/// Whether the sketch may wait in the middle of things, and so needs a thread of its own.
bool csketch_needs_thread();
