#include <cstring>

#include "copy.h"

// The table of functions that copies are driven with, be they built in or in a program of their own.

static csketch_copy *take() {
  for (size_t index = 0; index < csketch_copy_count(); index++) {
    csketch_copy *copy = csketch_copy_at(index);
    if (!copy->taken.exchange(true)) return copy;
  }
  return nullptr;
}

static void giveBack(csketch_copy *copy) {
  copy->runner = nullptr;
  copy->board = Board();
  copy->taken.store(false);
}

static void meet(Board &board, const csketch_host &host) {
  board.host = host;
  board.templateID = host.template_id;
  board.templateName = host.template_name;
  board.authToken = host.auth_token;
  // The host's own texts may be gone as soon as `start` returns.
  board.host.template_id = board.host.template_name = board.host.auth_token = nullptr;
}

static csketch_turn direct(Board &board, const std::function<void()> &act) {
  Board::Running running(board);
  const uint64_t before = board.attemptCount;
  act();
  return {CSKETCH_IDLE, board.attemptCount != before, UINT64_MAX};
}

static csketch_turn start(csketch_copy *copy, const csketch_host *host) {
  // A program runs anew for each start, and its globals have set the board up already.
  if (!csketch_needs_thread()) copy->board = Board();
  meet(copy->board, *host);
  if (!csketch_needs_thread()) return direct(copy->board, copy->setup);
  copy->runner = std::make_unique<Runner>(copy->board, copy->setup, copy->loop);
  copy->board.runner = copy->runner.get();
  return copy->runner->start();
}

static csketch_turn loopOnce(csketch_copy *copy) {
  return copy->runner ? copy->runner->loop() : direct(copy->board, copy->loop);
}

static csketch_turn run(csketch_copy *copy, const std::function<void()> &job) {
  return copy->runner ? copy->runner->run(job) : direct(copy->board, job);
}

static csketch_call call(csketch_copy *copy, const char *name, const char *argument) {
  Board &board = copy->board;
  for (const Board::Function &function : board.functions) {
    if (function.name != name) continue;
    const uint64_t ticket = ++board.lastTicket;
    const CloudClass::Function act = function.call;
    const String text(argument);
    return {ticket, run(copy, [=, &board] { board.results[ticket] = act(text); })};
  }
  return {};
}

static bool result(csketch_copy *copy, uint64_t ticket, int32_t *result) {
  const auto found = copy->board.results.find(ticket);
  if (found == copy->board.results.end()) return false;
  *result = found->second;
  copy->board.results.erase(found);
  return true;
}

static csketch_turn receive(csketch_copy *copy, const char *name, const char *data) {
  Board &board = copy->board;
  const std::string event(name), text(data);
  return run(copy, [=, &board] {
    const std::vector<Board::Subscription> subscriptions = board.subscriptions;
    for (const Board::Subscription &subscription : subscriptions) {
      if (event.compare(0, subscription.prefix.size(), subscription.prefix) != 0) continue;
      // As on a device, no data is no text either.
      subscription.handler(event.c_str(), text.empty() ? nullptr : text.c_str());
    }
  });
}

static size_t functionCount(const csketch_copy *copy) { return copy->board.functions.size(); }

static const char *functionName(const csketch_copy *copy, size_t index) {
  return copy->board.functions[index].name.c_str();
}

static size_t subscriptionCount(const csketch_copy *copy) {
  return copy->board.subscriptions.size();
}

static const char *subscription(const csketch_copy *copy, size_t index) {
  return copy->board.subscriptions[index].prefix.c_str();
}

static size_t variableCount(const csketch_copy *copy) { return copy->board.variables.size(); }

static const char *variableName(const csketch_copy *copy, size_t index) {
  return copy->board.variables[index].name.c_str();
}

static csketch_variable variable(csketch_copy *copy, size_t index) {
  Board::Running running(copy->board);
  csketch_variable shown{};
  copy->board.variables[index].read(shown);
  return shown;
}

static int pin(const csketch_copy *copy, uint16_t pin) {
  return pin < Board::pinCount ? copy->board.levels[pin] : -1;
}

const csketch_api *csketch_copies(void) {
  static const csketch_api api = {
      csketch_copy_count(), take,         giveBack,          start,        loopOnce,
      call,                 result,       receive,           functionCount, functionName,
      subscriptionCount,    subscription, variableCount,     variableName, variable,
      pin,
  };
  return &api;
}
