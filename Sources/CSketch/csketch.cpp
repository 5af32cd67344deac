#include "csketch.h"

#include <atomic>
#include <cstring>

#include "board.h"

/// How many practice devices with the built-in sketch one process can have at once.
#define CSKETCH_COPIES 128

struct csketch_copy {
  void (*setup)();
  void (*loop)();
  Board board;
  std::atomic<bool> taken{false};
};

static csketch_copy copies[CSKETCH_COPIES];

// Runs before `main`, once for each copy in this file, in their order.
static bool enrol(void (*setup)(), void (*loop)()) {
  static size_t count = 0;
  copies[count].setup = setup;
  copies[count].loop = loop;
  count++;
  return true;
}

// On a device these are constants in the person's file. Here one text serves many persons, so the
// sketch finds them asked of the board it runs on.
#define BLYNK_TEMPLATE_ID (Board::current().templateID.c_str())
#define BLYNK_TEMPLATE_NAME (Board::current().templateName.c_str())
#define BLYNK_AUTH_TOKEN (Board::current().authToken.c_str())
#define SENSOR_VALUE (Board::current().host.sensor_value)

#include "copies.inc"

static csketch_copy *take() {
  for (csketch_copy &copy : copies) {
    if (!copy.taken.exchange(true)) return &copy;
  }
  return nullptr;
}

static void giveBack(csketch_copy *copy) {
  copy->board = Board();
  copy->taken.store(false);
}

static void start(csketch_copy *copy, const csketch_host *host) {
  copy->board = Board(*host);
  Board::Running running(copy->board);
  copy->setup();
}

static bool loopOnce(csketch_copy *copy) {
  Board::Running running(copy->board);
  const uint64_t before = copy->board.attemptCount;
  copy->loop();
  return copy->board.attemptCount != before;
}

static bool call(csketch_copy *copy, const char *name, const char *argument, int32_t *result) {
  for (const Board::Function &function : copy->board.functions) {
    if (function.name != name) continue;
    Board::Running running(copy->board);
    *result = function.callback(String(argument));
    return true;
  }
  return false;
}

static size_t functionCount(const csketch_copy *copy) { return copy->board.functions.size(); }

static const char *functionName(const csketch_copy *copy, size_t index) {
  return copy->board.functions[index].name.c_str();
}

static size_t variableCount(const csketch_copy *copy) { return copy->board.variables.size(); }

static csketch_variable variable(const csketch_copy *copy, size_t index) {
  const Board::Variable &found = copy->board.variables[index];
  csketch_variable shown{};
  shown.name = found.name.c_str();
  shown.type = found.type;
  switch (found.type) {
    case CSKETCH_INT: shown.integer = *static_cast<const int *>(found.value); break;
    case CSKETCH_DOUBLE: shown.number = *static_cast<const double *>(found.value); break;
    case CSKETCH_STRING: shown.text = static_cast<const String *>(found.value)->c_str(); break;
    case CSKETCH_BOOL: shown.truth = *static_cast<const bool *>(found.value); break;
  }
  return shown;
}

static int pin(const csketch_copy *copy, uint16_t pin) {
  return pin < Board::pinCount ? copy->board.pins[pin] : -1;
}

const csketch_api *csketch_copies(void) {
  static const csketch_api api = {
      CSKETCH_COPIES, take,         giveBack,      start,    loopOnce, call,
      functionCount,  functionName, variableCount, variable, pin,
  };
  return &api;
}
