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

// Before the first start only a program's sketch gets here, by its own globals; it has one copy.
Board &Board::current() { return running ? *running : csketch_copy_at(0)->board; }

Board::Running::Running(Board &board) : before_(running) { running = &board; }
Board::Running::~Running() { running = before_; }

uint64_t Board::milliseconds() {
  return host.milliseconds ? host.milliseconds(host.context) : 0;
}

bool Board::connected() {
  return host.connected && host.connected(host.context);
}

void Board::pause(uint64_t milliseconds) {
  if (runner) runner->pause(milliseconds);
}

void Board::sleep(uint64_t milliseconds) {
  constexpr uint64_t forEver = uint64_t(1) << 52;
  isAsleep = true;
  pause(milliseconds ? milliseconds : forEver);
  isAsleep = false;
}

void Board::tellOfConnection() {
  if (connected() == wasConnected) return;
  wasConnected = !wasConnected;
  const int value = wasConnected ? cloud_status_connected : cloud_status_disconnected;
  const std::vector<SystemHandler> handlers = systemHandlers;
  for (const SystemHandler &entry : handlers) {
    if (entry.events & cloud_status) entry.handler(cloud_status, value);
  }
}

void Board::breathe() {
  if (runner) runner->breathe();
}
