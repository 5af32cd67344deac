#include "copy.h"

/// How many practice devices with the built-in sketch one process can have at once.
#define CSKETCH_COPIES 128

size_t csketch_copy_count() { return CSKETCH_COPIES; }

csketch_copy *csketch_copy_at(size_t index) {
  static csketch_copy copies[CSKETCH_COPIES];
  return &copies[index];
}

// The built-in sketch never waits.
bool csketch_needs_thread() { return false; }

// Runs before `main`, once for each copy in this file, in their order.
static bool enrol(void (*setup)(), void (*loop)()) {
  static size_t count = 0;
  csketch_copy *copy = csketch_copy_at(count);
  copy->setup = setup;
  copy->loop = loop;
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
