#include "runner.h"

#include <pthread.h>

#include <algorithm>

#include "board.h"

// Far more than a board has; a sketch that fits there fits here.
static constexpr size_t stackBytes = 512 * 1024;
// How often a sketch may look at the clock in one turn before it is taken to be waiting.
static constexpr unsigned passLimit = 10000;

Runner::Runner(Board &board, void (*setup)(), void (*loop)())
    : board_(board), setup_(setup), loop_(loop) {}

csketch_turn Runner::start() {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stackBytes);
  std::unique_lock<std::mutex> lock(mutex_);
  started_ = pthread_create(&thread_, &attributes, body, this) == 0;
  pthread_attr_destroy(&attributes);
  if (!started_) {
    over_ = true;
    end_ = CSKETCH_STUCK;
  }
  return takeTurn(lock);
}

csketch_turn Runner::loop() {
  std::unique_lock<std::mutex> lock(mutex_);
  loopIsDue_ = depth_ == 0;
  return takeTurn(lock);
}

csketch_turn Runner::run(std::function<void()> job) {
  std::unique_lock<std::mutex> lock(mutex_);
  jobs_.push_back(job);
  return takeTurn(lock);
}

csketch_turn Runner::takeTurn(std::unique_lock<std::mutex> &lock) {
  const uint64_t attempts = board_.attemptCount;
  if (!over_) {
    sketchHasTurn_ = true;
    turned_.notify_all();
    // However long it takes: the host ends the whole process when its patience is over.
    turned_.wait(lock, [this] { return !sketchHasTurn_; });
  }
  csketch_turn turn{};
  turn.end = over_ ? end_ : depth_ > 0 ? CSKETCH_WAITING : CSKETCH_IDLE;
  turn.tried_to_publish = board_.attemptCount != attempts;
  const csketch_host &host = board_.host;
  const uint64_t now = host.milliseconds(host.context), wake = nextWake();
  turn.wait_milliseconds = wake == UINT64_MAX ? wake : wake > now ? wake - now : 0;
  return turn;
}

uint64_t Runner::nextWake() {
  uint64_t wake = depth_ > 0 ? wakeAt_ : UINT64_MAX;
  for (const Timer *timer : board_.timers) wake = std::min(wake, timer->due());
  return wake;
}

void *Runner::body(void *runner) {
  static_cast<Runner *>(runner)->live();
  return nullptr;
}

void Runner::live() {
  {
    // Not before the host waits: until then `start` may not have noted which thread this is, and a
    // pause would be over at once.
    std::unique_lock<std::mutex> lock(mutex_);
    turned_.wait(lock, [this] { return sketchHasTurn_; });
  }
  csketch_end end = CSKETCH_IDLE;
  try {
    Board::Running running(board_);
    // As on a device, a sketch that does not say otherwise starts when the cloud is there.
    while (!board_.startsWithoutCloud && !board_.connected()) pause(0);
    setup_();
    while (true) {
      handBack();
      work();
      if (loopIsDue_) {
        loopIsDue_ = false;
        loop_();
      }
    }
  } catch (const Stop &stop) {
    end = stop.end;
  }
  std::unique_lock<std::mutex> lock(mutex_);
  end_ = end;
  over_ = true;
  sketchHasTurn_ = false;
  turned_.notify_all();
}

// What Device OS does for a sketch between two turns of its loop, and while it waits.
void Runner::work() {
  if (board_.isAsleep) return;
  board_.tellOfConnection();
  while (!jobs_.empty()) {
    const std::function<void()> job = jobs_.front();
    jobs_.pop_front();
    job();
  }
  const uint64_t now = board_.milliseconds();
  const std::vector<Timer *> timers = board_.timers;
  for (Timer *timer : timers) {
    const auto &active = board_.timers;
    // One timer's function may have stopped another's.
    if (std::find(active.begin(), active.end(), timer) == active.end()) continue;
    if (timer->due() <= now) timer->fire();
  }
}

void Runner::pause(uint64_t milliseconds) {
  // The sketch's globals may ask for a delay before there is a thread to stand still on.
  // Nor may what reads a variable for the host stand still.
  if (!started_ || !pthread_equal(pthread_self(), thread_)) return;
  const uint64_t before = wakeAt_, target = board_.milliseconds() + milliseconds;
  depth_++;
  do {
    wakeAt_ = target;
    handBack();
    work();
  } while (board_.milliseconds() < target);
  depth_--;
  wakeAt_ = before;
}

void Runner::breathe() {
  if (++passes_ > passLimit) pause(0);
}

void Runner::handBack() {
  std::unique_lock<std::mutex> lock(mutex_);
  passes_ = 0;
  sketchHasTurn_ = false;
  turned_.notify_all();
  turned_.wait(lock, [this] { return sketchHasTurn_; });
}

void Runner::leave(csketch_end end) { throw Stop{end}; }
