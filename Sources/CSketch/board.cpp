#include "board.h"

#include "copy.h"
#include "runner.h"

static thread_local Board *running = nullptr;

Board::Board() {
  levels.fill(-1);
  modes.fill(INPUT);
  // As long ago as the window is, so that the first burst is free.
  attempts.fill(-1000u);
}

// Before the first start only a library gets here, by the sketch's own globals; it has one copy.
Board &Board::current() { return running ? *running : csketch_copy_at(0)->board; }

Board::Running::Running(Board &board) : before_(running) { running = &board; }
Board::Running::~Running() { running = before_; }

uint64_t Board::milliseconds() {
  if (!host.milliseconds) return 0;
  if (runner) return runner->ask([this] { return host.milliseconds(host.context); });
  return host.milliseconds(host.context);
}

bool Board::connected() {
  if (!host.connected) return false;
  if (runner) return runner->ask([this] { return host.connected(host.context); });
  return host.connected(host.context);
}

void Board::pause(uint64_t milliseconds) {
  if (runner) runner->pause(milliseconds);
}

void Board::breathe() {
  if (runner) runner->breathe();
}
